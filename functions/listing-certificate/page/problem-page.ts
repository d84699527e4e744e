import { withProblemPages as withPages } from '../../shared/page/problem-page.ts';
import type { RouteHandler } from '../../shared/route.ts';
import { page } from './page.ts';
import { verificationForm } from './verification-form.ts';

/** Problems of verification as pages, with the form to try again. */
export function withProblemPages(handler: RouteHandler): RouteHandler {
  return withPages(handler, page, ({ pathParameters, queryStringParameters }) =>
    verificationForm({ number: pathParameters?.number ?? queryStringParameters?.number }),
  );
}
