import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from '../gateway/index.ts';
import type { ViewerRequest, viewerRequest } from './viewer-request.ts';

/** Passes requests on to the API as the behaviour's functions make them, with the headers that the origin is always sent. */
export function toApi(
  api: RequestHandler,
  functions: ReturnType<typeof viewerRequest>,
  originHeaders: Readonly<Record<string, string>>,
): RequestHandler {
  return (request, response) => {
    const [uri = '/', ...query] = (request.url ?? '/').split('?');
    const seen = { uri, headers: headersOf(request) };
    const viewer = { method: request.method ?? 'GET', ip: request.socket.remoteAddress ?? '' };
    const passed = functions(seen, viewer);
    request.url = [passed.uri, ...query].join('?');
    change(request, seen, { ...passed, headers: { ...passed.headers, ...originHeaders } });
    return api(request, response);
  };
}

/** Cookies are no headers to the functions of an edge. */
function headersOf({ headers: { cookie: _, ...headers } }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Touches only what is another value than before: a header that came twice stays so. */
function change(request: IncomingMessage, before: ViewerRequest, after: ViewerRequest): void {
  for (const name of Object.keys(before.headers)) {
    if (name in after.headers) continue;
    delete request.headers[name];
    delete request.headersDistinct[name];
  }
  for (const [name, value] of Object.entries(after.headers)) {
    if (before.headers[name] === value) continue;
    request.headers[name] = value;
    request.headersDistinct[name] = [value];
  }
}
