import type { Delivery, OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';
import { localDateOf, localInstant } from '../../../workflows/shared/working-days.ts';
import { log } from '../../shared/log.ts';
import { StaleReadError, untilFresh } from '../../shared/store/stale-read.ts';
import { type NotificationRules, notificationRulesOn } from '../store/notification-rules.ts';
import type { ServicesWithMessages } from '../store/notification-services.ts';
import type { OutboxKey } from '../store/outbox-rows.ts';
import { beginDelivery } from './begin-delivery.ts';
import type { OutsideChannels } from './channels.ts';
import { letterTo } from './letters.ts';

export interface RelayServices extends ServicesWithMessages {
  readonly channels: OutsideChannels;
}

/**
 * Tells what a row holds, as far as nobody was told yet.
 *
 *     due --begin: inboxes, next attempt (one transaction)--> sent by mail, ... --outcomes noted--> DONE | PENDING | DEAD
 *
 * A crash between two arrows: tried again at the next attempt, with the same ids. So the inbox has it once, mail at least once.
 */
export async function deliverMessage(
  key: OutboxKey,
  services: RelayServices,
): Promise<OutboxRow['state'] | undefined> {
  const rules = notificationRulesOn(localDateOf(services.now()));
  const begun = await untilFresh(() => beginDelivery(key, rules, services));
  if (begun?.state !== 'PENDING') return begun?.state;
  const last = begun.attempts >= rules.policy.maximumAttempts;
  const deliveries = await Promise.all(
    begun.deliveries.map((delivery) => attempt(begun, delivery, last, rules, services)),
  );
  const state = stateOf(deliveries);
  try {
    await services.commit([services.outboxRows.change(begun, { deliveries, state })]);
  } catch (error) {
    // Another run took the row when our turn was over: what it notes stands.
    if (!(error instanceof StaleReadError)) throw error;
    return undefined;
  }
  return state;
}

async function attempt(
  row: OutboxRow,
  delivery: Delivery,
  last: boolean,
  rules: NotificationRules,
  services: RelayServices,
): Promise<Delivery> {
  const { to, channel, state } = delivery;
  if (state !== 'PENDING' || channel === 'inbox') return delivery;
  const at = localInstant(services.now());
  try {
    const outcome = await services.channels[channel](await letterTo(row, to, rules, services));
    return { to, channel, at, ...outcome };
  } catch (error) {
    // The name alone: what SES says of a refused mail holds the address.
    const name = error instanceof Error ? error.name : 'Error';
    log.warn('message not delivered', { messageId: row.messageId, channel, error: name });
    return { to, channel, at, error: name, state: last ? 'DEAD' : 'PENDING' };
  }
}

function stateOf(deliveries: readonly Delivery[]): OutboxRow['state'] {
  const states = new Set(deliveries.map(({ state }) => state));
  if (states.has('PENDING')) return 'PENDING';
  return states.has('DEAD') ? 'DEAD' : 'DONE';
}
