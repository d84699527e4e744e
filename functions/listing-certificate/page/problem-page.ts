import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '../../../workflows/shared/fault.ts';
import { PAGE_HEADERS } from '../../shared/page/document.ts';
import { html } from '../../shared/page/html.ts';
import type { RouteHandler } from '../../shared/route.ts';
import { page } from './page.ts';
import { verificationForm } from './verification-form.ts';

/** Says problems to people: the problem details of a route become a page of the same status, with the form to try again. */
export function withProblemPages(handler: RouteHandler): RouteHandler {
  return async (event, context) => {
    const reply = await handler(event, context);
    const { success, data } = Problem.safeParse(isProblem(reply) ? JSON.parse(reply.body ?? '') : undefined);
    if (!success) return reply;
    const body = html`<p class="status bad" role="alert"><span class="sign" aria-hidden="true">✖</span>
<span>${data.zh}<span lang="en">${data.en}</span></span></p>
${verificationForm({ number: event.pathParameters?.number ?? event.queryStringParameters?.number })}`;
    const headers = { ...reply.headers, ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' };
    return { ...reply, headers, body: page(data.zh, body) };
  };
}

function isProblem({ headers }: APIGatewayProxyStructuredResultV2): boolean {
  return String(headers?.['content-type']).startsWith('application/problem+json');
}
