import type { IncomingMessage } from 'node:http';
import type { JwtContext } from './jwt-authorizer.ts';
import { decodeSegment } from './route-pattern.ts';

/** What the gateway knows of a request besides the message itself. */
export interface RequestFacts {
  readonly accountId: string;
  readonly apiId: string;
  readonly requestId: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly jwt?: JwtContext;
  readonly receivedAtMs: number;
  readonly body: Buffer;
}

/**
 * The event of payload format 2.0. Absent parts are left out, as on AWS.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function requestEvent(request: IncomingMessage, facts: RequestFacts): object {
  const { path, query } = splitTarget(request.url ?? '/');
  const { cookie, ...headers } = joinedHeaders(request);
  const queryStringParameters = joinedQuery(query);
  const rawPath = decodePath(path);
  const domainName = (headers.host ?? '').replace(/:\d+$/, '');
  return {
    version: '2.0',
    routeKey: facts.routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookie && { cookies: cookie.split(/;\s*/).filter(Boolean) }),
    headers: { ...headers, ...forwardedHeaders(request, facts) },
    ...(queryStringParameters && { queryStringParameters }),
    requestContext: {
      accountId: facts.accountId,
      apiId: facts.apiId,
      ...(facts.jwt && { authorizer: { jwt: facts.jwt } }),
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method: request.method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: sourceIp(request),
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: facts.requestId,
      routeKey: facts.routeKey,
      stage: '$default',
      time: commonLogTime(facts.receivedAtMs),
      timeEpoch: facts.receivedAtMs,
    },
    ...(Object.keys(facts.pathParameters).length > 0 && { pathParameters: facts.pathParameters }),
    ...bodyPart(facts.body, headers['content-type']),
  };
}

/** Path and query of a request target, both still percent-encoded. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  return mark < 0
    ? { path: target, query: '' }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** HTTP API hands over `rawPath` decoded, unlike the query string. */
function decodePath(path: string): string {
  return path.split('/').map(decodeSegment).join('/');
}

/** Header names in lower case, the values of a doubled header joined by a comma. */
function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values) headers[name] = values.join(name === 'cookie' ? '; ' : ',');
  }
  return headers;
}

function forwardedHeaders(request: IncomingMessage, { requestId }: RequestFacts): Record<string, string> {
  return {
    'x-amzn-trace-id': request.headers['x-amzn-trace-id']?.toString() ?? `Root=1-${requestId}`,
    'x-forwarded-for': sourceIp(request),
    'x-forwarded-port': String(request.socket.localPort ?? ''),
    'x-forwarded-proto': 'http',
  };
}

function sourceIp(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

/** The values of a doubled parameter are joined by a comma. */
function joinedQuery(query: string): Record<string, string> | undefined {
  if (query === '') return undefined;
  const joined = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
}

/** As observed on AWS: these come as text; all else, a form and a missing content type included, comes in base64. */
const TEXT_CONTENT = /^\s*(text\/[^;]*|application\/(json|xml|javascript))\s*(;|$)/i;

function bodyPart(body: Buffer, contentType: string | undefined) {
  if (body.length === 0) return { isBase64Encoded: false };
  if (contentType && TEXT_CONTENT.test(contentType))
    return { body: body.toString('utf8'), isBase64Encoded: false };
  return { body: body.toString('base64'), isBase64Encoded: true };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(atMs: number): string {
  const at = new Date(atMs);
  const [, time] = at.toISOString().split(/[T.]/);
  return `${String(at.getUTCDate()).padStart(2, '0')}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}:${time} +0000`;
}
