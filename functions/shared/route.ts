import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type * as z from 'zod';
import type { RouteContract } from '../../workflows/shared/route-contract.ts';
import type { Reacher } from './access.ts';
import { enter, type RouteInput } from './door.ts';
import { RefusedError, TransientError } from './errors.ts';
import type { HttpEvent } from './http-event.ts';
import { log, withoutPersonalData } from './log.ts';
import { problemReply } from './problem.ts';
import { type Services, services } from './services.ts';
import { IdempotencyKeyTaken, type IdempotentRequest } from './store/idempotency-store.ts';

/** What a route's function answers; the door makes the HTTP reply of it. */
export interface RouteReply<C extends RouteContract = RouteContract> {
  /** As the contract's `reply`; text or bytes where its `mediaType` is not JSON. */
  readonly body: z.input<C['reply']>;
  /** Becomes the ETag. */
  readonly version?: number;
  /** Path of what was made. */
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type RouteFunction<C extends RouteContract, S extends Services> = (
  input: RouteInput<C>,
  services: S,
) => Promise<RouteReply<C>>;

/** The Lambda of a route: refuses what is wrong with the request, calls `fn`, answers; problem details for whatever it throws. `reacher` where the object is a procedure's own. */
export function route<const C extends RouteContract>(
  contract: C,
  fn: RouteFunction<C, Services>,
): RouteHandler;
export function route<const C extends RouteContract, S extends Services>(
  contract: C,
  fn: RouteFunction<C, S>,
  connect: () => S,
  reacher?: Reacher,
): RouteHandler;
export function route<const C extends RouteContract>(
  contract: C,
  fn: RouteFunction<C, Services>,
  connect: () => Services = services,
  reacher?: Reacher,
): RouteHandler {
  let connected: Services | undefined;
  const answer = async (event: HttpEvent) => {
    connected ??= connect();
    const world = connected;
    const input = await enter(contract, event, world, reacher);
    const reply = input.idempotency
      ? await onlyOnce(input.idempotency, world, () => fn(input, world))
      : await fn(input, world);
    return httpReply(contract, reply);
  };
  return middy<HttpEvent, APIGatewayProxyStructuredResultV2>()
    .use(problemReplies(contract.operationId))
    .handler(answer);
}

export type RouteHandler = (event: HttpEvent, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Runs `fn` unless the same request was answered before; then, or when it is answered meanwhile, answers the same again. */
export async function onlyOnce<R extends RouteReply>(
  request: IdempotentRequest,
  { idempotency }: Pick<Services, 'idempotency'>,
  fn: () => Promise<R>,
): Promise<R> {
  const stored = async () => {
    const found = await idempotency.find(request);
    if (found && !found.sameRequest) throw keyReused();
    // Written by remember() from a reply of this same operation: its name is part of the request's hash.
    return found?.reply as R | undefined;
  };
  const before = await stored();
  if (before) return before;
  try {
    return await fn();
  } catch (error) {
    // The same request, a moment earlier, may be what a state or a version was refused for.
    const lost = error instanceof RefusedError && (error.status === 409 || error.status === 412);
    if (!lost && !(error instanceof IdempotencyKeyTaken)) throw error;
    const meanwhile = await stored();
    if (meanwhile) return meanwhile;
    if (lost) throw error;
    throw new TransientError('The marker of the key was there and is gone', { cause: error });
  }
}

function keyReused(): RefusedError {
  return new RefusedError({
    status: 422,
    code: 'idempotency-key-reused',
    zh: '此 Idempotency-Key 已用于另一个请求',
    en: 'This Idempotency-Key was used for another request',
  });
}

function httpReply(contract: RouteContract, reply: RouteReply): APIGatewayProxyStructuredResultV2 {
  const { mediaType = 'application/json; charset=utf-8', status, access } = contract;
  const bytes = reply.body instanceof Uint8Array;
  return {
    statusCode: status,
    headers: {
      'content-type': mediaType,
      ...(access.who === 'public' ? {} : { 'cache-control': 'no-store' }),
      ...(reply.version === undefined ? {} : { etag: `"${reply.version}"` }),
      ...(reply.location === undefined ? {} : { location: reply.location }),
      ...reply.headers,
    },
    isBase64Encoded: bytes,
    body: bytes ? Buffer.from(reply.body as Uint8Array).toString('base64') : textBody(contract, reply.body),
  };
}

/** A reply that does not fit its own contract is a defect: nothing leaves that the contract does not name. */
function textBody({ mediaType, reply: schema }: RouteContract, body: unknown): string {
  if (mediaType !== undefined && typeof body === 'string') return body;
  return JSON.stringify(schema.parse(body));
}

function problemReplies(operationId: string): MiddlewareObj<HttpEvent, APIGatewayProxyStructuredResultV2> {
  return {
    before({ event }) {
      log.resetKeys();
      log.appendKeys({ operationId, requestId: event.requestContext.requestId });
    },
    onError(request) {
      const { error } = request;
      if (error instanceof RefusedError) log.info('refused', { status: error.status, code: error.code });
      else log.error('failed', withoutPersonalData(error));
      request.response = problemReply(error, request.event.requestContext.requestId);
    },
  };
}
