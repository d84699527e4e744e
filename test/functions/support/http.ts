import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { HttpEvent } from '../../../functions/shared/http-event.ts';
import type { RouteHandler } from '../../../functions/shared/route.ts';
import { ACTOR_CLAIM, type Actor } from '../../../workflows/shared/actor.ts';

export interface TestRequest {
  readonly actor?: Actor;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  /** HTTP API hands over what it does not take for text in base64. */
  readonly inBase64?: boolean;
}

/** The status, headers and JSON that a route answers to a request of HTTP API. */
export async function send(handler: RouteHandler, request: TestRequest) {
  // The wrappers read nothing of the Lambda context.
  const reply = await handler(httpEvent(request), {} as Context);
  return {
    status: reply.statusCode,
    headers: reply.headers ?? {},
    json: jsonOf(reply),
    text: reply.isBase64Encoded ? '' : (reply.body ?? ''),
    /** Of an answer that is no text. */
    bytes: Buffer.from(reply.isBase64Encoded ? (reply.body ?? '') : '', 'base64'),
  };
}

function jsonOf({ body, headers }: APIGatewayProxyStructuredResultV2): Record<string, unknown> {
  return body && /json/.test(String(headers?.['content-type'])) ? JSON.parse(body) : {};
}

function httpEvent({ actor, path, query, headers = {}, body, inBase64 = false }: TestRequest): HttpEvent {
  const content = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: '',
    headers: { ...(content === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    isBase64Encoded: inBase64,
    ...(content === undefined ? {} : { body: inBase64 ? Buffer.from(content).toString('base64') : content }),
    ...(path ? { pathParameters: path } : {}),
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      requestId: 'request-1',
      ...(actor ? { authorizer: { jwt: { claims: claimsOf(actor), scopes: [] } } } : {}),
    },
  };
  // The rest of the request context (stage, times, addresses) is read by nobody.
  return event as unknown as HttpEvent;
}

function claimsOf(actor: Actor): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ACTOR_CLAIM).map(([name, claim]) => [
      claim,
      String(actor[name as keyof Actor]).replaceAll(',', ' '),
    ]),
  );
}
