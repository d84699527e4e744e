import type {
  DeliveryAttempt,
  DeliveryState,
} from '../../../workflows/financing-demand/delivery/contract.ts';
import {
  nextAttempt,
  type Verdict,
} from '../../../workflows/financing-demand/delivery/rules/next-attempt.ts';
import type { KeptEndpoint } from '../../../workflows/financing-demand/endpoint/contract.ts';
import { activeSecrets } from '../../../workflows/financing-demand/endpoint/rules/signing-secrets.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { WebhookClient } from '../client/webhook-client.ts';
import { deliveryRulesAt } from '../store/delivery-rules.ts';
import type { ServicesWithEndpoints } from '../store/endpoint-services.ts';
import type { DeliverableList, DeliverableLists } from './deliverable-lists.ts';
import { disabledByDelivery } from './disabled-by-delivery.ts';
import { listEvent, messageIdOf } from './list-event.ts';
import { signedHeaders } from './signed-headers.ts';

export interface AttemptServices extends ServicesWithEndpoints {
  readonly lists: DeliverableLists;
  readonly webhooks: WebhookClient;
  /** Address under which institutions know the platform. */
  readonly publicBaseUrl: string;
}

/** Pushes a list once and writes down what became of it; says how long to wait for what comes next. */
export async function attemptDelivery(
  state: DeliveryState,
  endpoint: KeptEndpoint,
  list: DeliverableList,
  services: AttemptServices,
): Promise<{ verdict: 'next' | 'wait'; waitSeconds: number }> {
  const { institutionId, delivered } = state;
  const number = delivered + 1;
  const at = services.now();
  const messageId = messageIdOf(institutionId, number);
  const body = JSON.stringify(listEvent({ institutionId, number }, list, services.publicBaseUrl));
  const headers = signedHeaders(messageId, at, body, activeSecrets(endpoint.secrets, at));
  const answer = await services.webhooks.post(endpoint.url, headers, body);

  const verdict = nextAttempt(answer, state.attempts + 1, at, deliveryRulesAt(at));
  const attempt: DeliveryAttempt = {
    institutionId,
    number,
    attempt: state.attempts + 1,
    at: localInstant(at),
    messageId,
    verdict: verdict.verdict,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    ...(answer.failure === undefined ? {} : { failure: answer.failure }),
    durationMs: answer.durationMs,
    ...(verdict.verdict === 'again' && { nextAttemptAt: secondsAfter(at, verdict.afterSeconds) }),
  };
  await untilFresh(() => record(attempt, verdict, state.run, services));
  return verdict.verdict === 'again'
    ? { verdict: 'wait', waitSeconds: verdict.afterSeconds }
    : { verdict: 'next', waitSeconds: 0 };
}

/** One transaction: the attempt, how far the lists have come by it, and the end of an endpoint that is no good any more. */
async function record(
  attempt: DeliveryAttempt,
  verdict: Verdict,
  run: number,
  services: AttemptServices,
): Promise<void> {
  const { deliveries, commit } = services;
  const state = await deliveries.state(attempt.institutionId);
  // Somebody had the lists sent again meanwhile: only that this was sent is still worth knowing.
  if (state?.run !== run) return commit([deliveries.record(attempt)]);
  const ended = verdict.verdict === 'gone' || verdict.verdict === 'dead';
  await commit([
    deliveries.record(attempt),
    deliveries.putState(after(state, attempt)),
    ...(ended ? await disabledByDelivery(attempt, services) : []),
  ]);
}

/** What stands after an attempt. */
function after(
  state: DeliveryState,
  { verdict, number, attempt, at, nextAttemptAt }: DeliveryAttempt,
): DeliveryState {
  const { nextAttemptAt: _, deadNumber: __, ...kept } = state;
  const next = { ...kept, version: state.version + 1 };
  switch (verdict) {
    case 'delivered':
      return { ...next, delivered: number, deliveredAt: at, attempts: 0 };
    case 'again':
      return { ...next, attempts: attempt, ...(nextAttemptAt ? { nextAttemptAt } : {}) };
    case 'gone':
      return { ...next, attempts: 0 };
    case 'dead':
      return { ...next, attempts: 0, deadNumber: number };
  }
}

function secondsAfter(at: Date, seconds: number): string {
  return localInstant(new Date(at.getTime() + seconds * 1000));
}
