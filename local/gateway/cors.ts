import type { IncomingMessage } from 'node:http';
import type { GatewayResponse } from './function-response.ts';
import type { Cors } from './http-api.ts';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
type Headers = Record<string, string>;

/** A preflight is answered by the API itself, whatever routes there are. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && Boolean(headers.origin && headers['access-control-request-method']);
}

/** The 204 to a preflight; it carries no CORS headers when the origin is not allowed. */
export function preflightResponse(cors: Cors, origin: string | undefined): GatewayResponse {
  const common = originHeaders(cors, origin);
  const headers = common && {
    ...common,
    ...(cors.allowMethods.length > 0 && { 'access-control-allow-methods': cors.allowMethods.join(',') }),
    ...(cors.allowHeaders.length > 0 && {
      'access-control-allow-headers': cors.allowHeaders.join(',').toLowerCase(),
    }),
    ...(cors.maxAgeSeconds !== undefined && { 'access-control-max-age': String(cors.maxAgeSeconds) }),
  };
  return { status: 204, headers: headers ?? {}, body: Buffer.alloc(0) };
}

/** With CORS configured, the API's own CORS headers take the place of the function's on every response. */
export function withCors(
  cors: Cors | undefined,
  origin: string | undefined,
  response: GatewayResponse,
): GatewayResponse {
  if (!cors) return response;
  const own = Object.entries(response.headers).filter(([name]) => !name.startsWith('access-control-'));
  const exposed = cors.exposeHeaders.join(',');
  const added = originHeaders(cors, origin);
  return {
    ...response,
    headers: {
      ...Object.fromEntries(own),
      ...added,
      ...(added && exposed && { 'access-control-expose-headers': exposed }),
    },
  };
}

function originHeaders(cors: Cors, origin: string | undefined): Headers | undefined {
  if (!origin) return undefined;
  const allowed = cors.allowOrigins.find((pattern) => originMatches(pattern, origin));
  if (allowed === undefined) return undefined;
  const answer = allowed === '*' && !cors.allowCredentials ? '*' : origin;
  return {
    'access-control-allow-origin': answer,
    ...(answer !== '*' && { vary: 'Origin' }),
    ...(cors.allowCredentials && { 'access-control-allow-credentials': 'true' }),
  };
}

/** An origin, `*`, or one of `http://*` and `https://*`. */
function originMatches(pattern: string, origin: string): boolean {
  return pattern.endsWith('*') ? origin.startsWith(pattern.slice(0, -1)) : pattern === origin;
}
