import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWTVerifyGetKey } from 'jose';
import type { Clock } from '../clock.ts';
import type { FunctionInvoker } from '../service.ts';
import { isPreflight, preflightResponse, withCors } from './cors.ts';
import { type GatewayResponse, messageResponse, readFunctionResponse } from './function-response.ts';
import type { HttpApi, Route } from './http-api.ts';
import { invokeWithin } from './invoke-within.ts';
import { createJwtVerifier, type JwtContext } from './jwt-authorizer.ts';
import { readBody } from './read-body.ts';
import { requestEvent, splitTarget } from './request-event.ts';
import { matchRoute, type RouteMatch } from './route-pattern.ts';
import { createTokenBucket } from './throttle.ts';

export interface GatewayOptions {
  readonly api: HttpApi;
  readonly invoker: FunctionInvoker;
  readonly clock: Clock;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  /** Whether a Lambda permission of the template lets apigateway.amazonaws.com invoke the function for this source ARN. */
  readonly mayInvoke: (functionArn: string, sourceArn: string) => boolean;
  /** Keys of an issuer in this process, so that a token is checked without a request to ourselves. */
  readonly issuerKeys?: (issuer: string) => JWTVerifyGetKey | undefined;
  /** What went wrong behind a 5xx that tells the client nothing. */
  readonly log?: (message: string) => void;
  readonly monotonicMs?: () => number;
}

export interface Gateway {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const PRINCIPAL = 'apigateway.amazonaws.com';
/** HTTP API's limit on a request body. */
const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

/** An HTTP API of the template: route, throttle, authorize, invoke, answer, in AWS's order and with AWS's messages. */
export function createGateway(options: GatewayOptions): Gateway {
  const { api, clock, log } = options;
  const authorize = createJwtVerifier(options);
  const buckets = new Map<Route, () => boolean>();
  for (const route of api.routes) {
    if (route.rateLimit) buckets.set(route, createTokenBucket(route.rateLimit, options.monotonicMs));
  }

  async function answer(request: IncomingMessage, requestId: string): Promise<GatewayResponse> {
    const receivedAtMs = clock.now();
    const method = request.method ?? 'GET';
    const match = matchRoute(api.routes, method, splitTarget(request.url ?? '/').path);
    if (!match) return messageResponse(404, 'Not Found');
    if (buckets.get(match.route)?.() === false) return messageResponse(429, 'Too Many Requests');
    const access = await checkAccess(request, match.route);
    if (access.refused) return access.refused;
    const body = await readBody(request, BODY_LIMIT_BYTES);
    if (!body) return messageResponse(413, 'Request Entity Too Large');
    return callFunction(request, match, {
      requestId,
      receivedAtMs,
      body,
      ...(access.jwt && { jwt: access.jwt }),
    });
  }

  async function checkAccess(
    request: IncomingMessage,
    route: Route,
  ): Promise<{ refused?: GatewayResponse; jwt?: JwtContext }> {
    if (!route.authorizer) return {};
    const result = await authorize(request.headers.authorization, route.authorizer, route.scopes);
    if (result.allowed) return { jwt: result.jwt };
    const message = result.status === 401 ? 'Unauthorized' : 'Forbidden';
    return { refused: messageResponse(result.status, message, { 'www-authenticate': result.challenge }) };
  }

  async function callFunction(
    request: IncomingMessage,
    { route, pathParameters }: RouteMatch<Route>,
    facts: { requestId: string; receivedAtMs: number; body: Buffer; jwt?: JwtContext },
  ): Promise<GatewayResponse> {
    const sourceArn = sourceArnOf(options, route);
    if (!options.mayInvoke(route.functionArn, sourceArn)) {
      log?.(`${route.routeKey}: no AWS::Lambda::Permission lets ${PRINCIPAL} invoke ${route.functionArn}`);
      return messageResponse(500, 'Internal Server Error');
    }
    const event = requestEvent(request, {
      accountId: options.accountId,
      apiId: api.apiId,
      routeKey: route.routeKey,
      pathParameters,
      ...facts,
    });
    const outcome = await invokeWithin(
      options.invoker,
      { kind: 'service', principal: PRINCIPAL, sourceArn },
      route,
      JSON.stringify(event),
    );
    if ('failure' in outcome) {
      log?.(`${route.routeKey}: ${outcome.reason}`);
      return outcome.failure;
    }
    const response = readFunctionResponse(outcome.payload);
    if (response) return response;
    log?.(
      `${route.routeKey}: the response from ${route.functionArn} is not a response of payload format 2.0`,
    );
    return messageResponse(500, 'Internal Server Error');
  }

  async function answerOrFail(request: IncomingMessage, requestId: string): Promise<GatewayResponse> {
    try {
      return await answer(request, requestId);
    } catch (error) {
      // Who goes away while sending is no fault of ours.
      if (request.complete)
        log?.(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`);
      return messageResponse(500, 'Internal Server Error');
    }
  }

  return {
    async handle(request, response) {
      const requestId = randomUUID();
      const { origin } = request.headers;
      const result =
        api.cors && isPreflight(request)
          ? preflightResponse(api.cors, origin)
          : withCors(api.cors, origin, await answerOrFail(request, requestId));
      response.writeHead(result.status, {
        ...result.headers,
        'content-length': result.body.length,
        'apigw-requestid': requestId,
      });
      response.end(result.body);
    },
  };
}

/** `arn:aws:execute-api:REGION:ACCOUNT:API/$default/GET/v1/cases/{caseId}`, what a permission's SourceArn is held against. */
function sourceArnOf({ partition, region, accountId, api }: GatewayOptions, { routeKey }: Route): string {
  const place = routeKey.replace(' ', '');
  return `arn:${partition}:execute-api:${region}:${accountId}:${api.apiId}/$default/${place}`;
}
