import { ROUTES } from '../../workflows/routes.ts';
import { ShowOpenApi } from '../../workflows/shared/public-routes.ts';
import { setting } from '../shared/config.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { openApiDocument } from './openapi/document.ts';

/** A deployment may change it; a minute's cache is short enough. */
const HEADERS = { 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' } as const;

/** The description of the API, made from the contracts the routes themselves are held against. */
export async function showOpenApi(
  _input: unknown,
  { document }: { readonly document: ReturnType<typeof openApiDocument> },
): Promise<RouteReply<typeof ShowOpenApi>> {
  return { body: document, headers: HEADERS };
}

export const handler = route(ShowOpenApi, showOpenApi, () =>
  extended({ document: openApiDocument(ROUTES, setting('PUBLIC_BASE_URL')) }),
);
