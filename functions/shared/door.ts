import type * as z from 'zod';
import type { Actor } from '../../workflows/shared/actor.ts';
import type { Case } from '../../workflows/shared/case.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import type { Fault } from '../../workflows/shared/fault.ts';
import type { RouteContract } from '../../workflows/shared/route-contract.ts';
import { shaped } from '../../workflows/shared/shape-faults.ts';
import type { Supplement } from '../../workflows/shared/supplement.ts';
import { type Reacher, reach, refuseOtherKinds } from './access.ts';
import { actorOf } from './actor-of.ts';
import { callerAddress } from './caller-address.ts';
import { originSecret } from './config.ts';
import type { Demand } from './demand.ts';
import { RefusedError, refusedForFaults } from './errors.ts';
import type { HttpEvent } from './http-event.ts';
import { requestBody } from './request-body.ts';
import { idempotentRequest, ifMatchVersion } from './request-headers.ts';
import type { Services } from './services.ts';
import { type SignedMessage, signedMessage } from './signed-message.ts';
import type { IdempotentRequest } from './store/idempotency-store.ts';

type Part<C, Name extends 'params' | 'query' | 'body'> =
  C extends Record<Name, infer S extends z.ZodType> ? z.output<S> : undefined;

/** What a route's function gets: everything checked, exactly what its contract names. */
export type RouteInput<C extends RouteContract> = CheckedParts<C> &
  (C['access'] extends { object: 'demand' } ? { readonly demand: Demand } : unknown) &
  // Nothing of it is proved yet.
  (C extends { signed: true } ? { readonly signed: SignedMessage } : unknown);

interface CheckedParts<C extends RouteContract> {
  readonly params: Part<C, 'params'>;
  readonly query: Part<C, 'query'>;
  readonly body: Part<C, 'body'>;
  readonly actor: C['access'] extends { who: 'public' } ? undefined : Actor;
  /** The thing of the path, within the actor's reach. */
  readonly case: C['access'] extends { object: 'case' } ? Case : undefined;
  readonly task: C['access'] extends { object: 'task' } ? DeskTask : undefined;
  readonly supplement: C['access'] extends { object: 'supplement' } ? Supplement : undefined;
  /** Put `services.idempotency.remember(idempotency, reply, now)` first into the transaction. */
  readonly idempotency: C extends { idempotencyKey: true } ? IdempotentRequest : undefined;
  /** Address of the caller, for the limits of public routes; never kept as it is. */
  readonly from?: string;
  /** The version the caller read. */
  readonly ifMatch: C extends { ifMatch: true } ? number : undefined;
}

/** All that can be wrong with a request is found here, in this order, before the function runs. */
export async function enter<C extends RouteContract>(
  contract: C,
  event: HttpEvent,
  services: Services,
  reacher?: Reacher,
): Promise<RouteInput<C>> {
  const actor =
    contract.access.who === 'public' ? undefined : actorOf(event.requestContext.authorizer?.jwt.claims);
  if (actor) refuseOtherKinds(contract.access, actor);
  const { params, query, body } = wellFormed(contract, event);
  const idempotency =
    contract.idempotencyKey === true
      ? idempotentRequest(event, contract.operationId, actor?.organisationId ?? ANYBODY, [
          params ?? null,
          body ?? null,
        ])
      : undefined;
  const ifMatch = contract.ifMatch ? ifMatchVersion(event) : undefined;
  const reached = actor
    ? await reach(contract.access, actor, event.pathParameters ?? {}, services, reacher)
    : {};
  // The contract's literal types decide which parts there are; this is the place that makes them true.
  return {
    // `me` has become the institution's own id.
    params:
      reached.institutionId === undefined
        ? params
        : { ...Object(params), institutionId: reached.institutionId },
    query,
    body,
    actor,
    case: reached.case,
    task: reached.task,
    supplement: reached.supplement,
    demand: reached.demand,
    idempotency,
    from: callerAddress(event, originSecret()),
    ifMatch,
    signed: contract.signed ? signedMessage(event) : undefined,
  } as unknown as RouteInput<C>;
}

/** Whose the keys of public routes are: no organisation's id. */
const ANYBODY = 'anybody';

interface Parts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Path, query and body after their schemas, or one refusal with every fault of all three. */
function wellFormed(contract: RouteContract, event: HttpEvent): Parts {
  const raw = contract.body && requestBody(event, contract.bodyLimitBytes);
  const faults: Fault[] = [];
  const part = (schema: z.ZodType | undefined, value: unknown, at: string) => {
    if (!schema) return undefined;
    const shape = shaped(schema, value, at);
    if (shape.ok) return shape.value;
    faults.push(...shape.faults);
    return undefined;
  };
  const parts = {
    params: part(contract.params, event.pathParameters ?? {}, '/path'),
    query: part(contract.query, event.queryStringParameters ?? {}, '/query'),
    body: part(contract.body, raw, ''),
  };
  if (faults.length === 0) return parts;
  if (contract.body) throw refusedForFaults(faults);
  throw new RefusedError({
    status: 400,
    code: 'invalid-parameters',
    zh: '路径或查询参数有误',
    en: 'A parameter of the path or the query is wrong',
    faults,
  });
}
