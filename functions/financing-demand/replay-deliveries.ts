import { ReplayDeliveries } from '../../workflows/financing-demand/endpoint/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { nextRun, wakeDelivery } from './delivery/wake-delivery.ts';
import { readEndpoint, shown } from './endpoint/read-endpoint.ts';
import { type ServicesWithDelivery, servicesWithDelivery } from './store/wake-services.ts';

type Contract = typeof ReplayDeliveries;

/**
 * Sends the lists from a number on again, in their order and under their own ids: those that were given up, or that the institution lost.
 * @throws RefusedError 404, 409 where nothing may be sent, 422 for a list that is not next and was never sent
 */
export async function replayDeliveries(
  input: RouteInput<Contract>,
  services: ServicesWithDelivery,
): Promise<RouteReply<Contract>> {
  const reply = await untilFresh(() => store(input, services));
  await wakeDelivery(input.params.institutionId, services);
  return reply;
}

async function store(
  { params: { institutionId }, actor, body: { fromNumber }, idempotency }: RouteInput<Contract>,
  { endpoints, deliveries, pushMarks, commit, idempotency: markers, now }: ServicesWithDelivery,
): Promise<RouteReply<Contract>> {
  const endpoint = await readEndpoint(endpoints, institutionId);
  if (endpoint.status !== 'ACTIVE') throw notActive({ ...shown(endpoint) });
  const state = await deliveries.state(institutionId);
  const before = state?.delivered ?? 0;
  if (fromNumber > before + 1) throw neverSent(before);
  const { nextAttemptAt: ___, deadNumber: ____, ...next } = nextRun(institutionId, state);
  const replayed = { ...next, delivered: fromNumber - 1, attempts: 0 };
  const reply: RouteReply<Contract> = { body: replayed };
  const at = localInstant(now());
  const { version: _, auditHash: __, ...unchanged } = endpoint;
  const details = { institutionId, fromNumber };
  const deed = { kind: 'deliveries-replayed', at, actor: personOf(actor), details } as const;
  await commit([
    markers.remember(idempotency, reply, now()),
    deliveries.putState(replayed),
    ...endpoints.put(endpoint, unchanged, deed),
    pushMarks.awaiting(institutionId),
  ]);
  return reply;
}

function notActive(present: Record<string, unknown>): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'endpoint-not-active',
    zh: '接收地址未启用：请先通过验证',
    en: 'The endpoint is not active: verify it first',
    present,
  });
}

function neverSent(delivered: number): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'list-never-sent',
    zh: `只能从第 ${delivered + 1} 期或更早的清单起重新推送`,
    en: `Lists can be sent again from number ${delivered + 1} on, or from an earlier one`,
    present: { delivered },
  });
}

export const handler = route(ReplayDeliveries, replayDeliveries, servicesWithDelivery);
