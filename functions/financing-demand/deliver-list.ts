import type * as z from 'zod';
import type { DeliveryState } from '../../workflows/financing-demand/delivery/contract.ts';
import { DeliverList } from '../../workflows/financing-demand/delivery/steps.ts';
import { setting } from '../shared/config.ts';
import { extended } from '../shared/services.ts';
import { StaleReadError } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { configuredWebhookClient } from './client/configured-targets.ts';
import { type AttemptServices, attemptDelivery } from './delivery/attempt-delivery.ts';
import { demandLists } from './delivery/demand-lists.ts';
import { endpointStores } from './store/endpoint-services.ts';
import { servicesWithLists } from './store/services-with-lists.ts';

type Answer = z.input<typeof DeliverList.output>;

const REST: Answer = { verdict: 'rest', waitSeconds: 0 };
const NEXT: Answer = { verdict: 'next', waitSeconds: 0 };

/**
 * Pushes the next list of an institution, if there is one and its time has come. One run sends at a time: who finds that the run is
 * not its own any more leaves. The machine may run this step twice; then the message goes twice under the same id.
 */
export async function deliverList(
  { institutionId, run }: z.output<typeof DeliverList.input>,
  services: AttemptServices,
): Promise<Answer> {
  const state = await services.deliveries.state(institutionId);
  if (state?.run !== run) return REST;
  const waitSeconds = secondsUntil(state.nextAttemptAt, services.now());
  if (waitSeconds > 0) return { verdict: 'wait', waitSeconds };
  const found = await nextList(state, services);
  if (!found) return rest(state, services);
  if (!state.running) return (await changed({ ...state, running: true }, services)) ? NEXT : REST;
  return { ...NEXT, ...(await attemptDelivery(state, found.endpoint, found.list, services)) };
}

/** The list to push and where to; undefined where there is none, or nowhere to push it. */
async function nextList({ institutionId, delivered }: DeliveryState, { endpoints, lists }: AttemptServices) {
  const endpoint = await endpoints.read(institutionId);
  if (endpoint?.status !== 'ACTIVE') return undefined;
  const list = await lists.read(institutionId, delivered + 1);
  return list && { endpoint, list };
}

/**
 * Ends the run. A list that was made meanwhile, whose maker saw the run still going, is seen by a second look after the write; one
 * that was made later finds the run ended and begins another.
 */
async function rest(state: DeliveryState, services: AttemptServices): Promise<Answer> {
  const rested = state.running ? await changed({ ...state, running: false }, services) : state;
  if (!rested) return NEXT;
  if (!(await nextList(rested, services))) return REST;
  return (await changed({ ...rested, running: true }, services)) ? NEXT : REST;
}

/** Undefined where somebody was faster. */
async function changed(
  next: DeliveryState,
  { deliveries, commit }: AttemptServices,
): Promise<DeliveryState | undefined> {
  const state = { ...next, version: next.version + 1 };
  try {
    await commit([deliveries.putState(state)]);
    return state;
  } catch (error) {
    if (error instanceof StaleReadError) return undefined;
    throw error;
  }
}

function secondsUntil(at: string | undefined, now: Date): number {
  return at === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(at) - now.getTime()) / 1000));
}

export const handler = task(DeliverList, deliverList, () =>
  extended({
    ...endpointStores(),
    lists: demandLists(servicesWithLists()),
    webhooks: configuredWebhookClient(),
    publicBaseUrl: setting('PUBLIC_BASE_URL'),
  }),
);
