import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '../../../workflows/shared/fault.ts';
import type { HttpEvent } from '../http-event.ts';
import type { RouteHandler } from '../route.ts';
import { PAGE_HEADERS } from './document.ts';
import { type Html, html } from './html.ts';

/**
 * Says problems to people: the problem details of a route become a page of the same status. `toTryAgain` is shown below them, as a form
 * with what was asked for.
 */
export function withProblemPages(
  handler: RouteHandler,
  page: (title: string, body: Html) => string,
  toTryAgain: (event: HttpEvent) => Html = () => html``,
): RouteHandler {
  return async (event, context) => {
    const reply = await handler(event, context);
    const { success, data } = Problem.safeParse(isProblem(reply) ? JSON.parse(reply.body ?? '') : undefined);
    if (!success) return reply;
    const body = html`<p class="status bad" role="alert"><span class="sign" aria-hidden="true">✖</span>
<span>${data.zh}<span lang="en">${data.en}</span></span></p>
${toTryAgain(event)}`;
    const headers = { ...reply.headers, ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' };
    return { ...reply, headers, body: page(data.zh, body) };
  };
}

function isProblem({ headers }: APIGatewayProxyStructuredResultV2): boolean {
  return String(headers?.['content-type']).startsWith('application/problem+json');
}
