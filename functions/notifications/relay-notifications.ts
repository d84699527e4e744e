import type * as z from 'zod';
import type { OutboxRow } from '../../workflows/shared/notifications/outbox-row.ts';
import { RelayNotifications } from '../../workflows/shared/notifications/steps.ts';
import { ses } from '../shared/aws/ses.ts';
import { mailer } from '../shared/client/mail.ts';
import { setting } from '../shared/config.ts';
import { log, withoutPersonalData } from '../shared/log.ts';
import { extended } from '../shared/services.ts';
import { task } from '../shared/task.ts';
import { outsideChannels } from './delivery/channels.ts';
import { deliverMessage, type RelayServices } from './delivery/deliver-message.ts';
import { servicesWithMessages } from './store/notification-services.ts';
import type { OutboxKey } from './store/outbox-rows.ts';

const AT_ONCE = 10;
/** Of fifty rows each: what is left goes with the next run, within a minute. */
const ROUNDS = 20;
const ROWS = 50;

/** Tells people what the outbox holds; rows are found by their state and next attempt, never by a scan. Doing it twice tells once. */
export async function relayNotifications(
  _event: unknown,
  services: RelayServices,
): Promise<z.input<typeof RelayNotifications.output>> {
  const seen = new Set<string>();
  const states: (OutboxRow['state'] | undefined)[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const due = await services.outboxRows.due(services.now(), ROWS);
    // The index is a moment behind: rows that were just handled may come again.
    const fresh = due.filter(({ messageId }) => !seen.has(messageId));
    if (fresh.length === 0) break;
    for (const { messageId } of fresh) seen.add(messageId);
    states.push(...(await deliverAll(fresh, services)));
  }
  const count = (state: OutboxRow['state']) => states.filter((one) => one === state).length;
  return { done: count('DONE'), waiting: count('PENDING'), dead: count('DEAD') };
}

/** A few at a time. */
async function deliverAll(keys: readonly OutboxKey[], services: RelayServices) {
  const states: (OutboxRow['state'] | undefined)[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const batch = keys.slice(from, from + AT_ONCE);
    states.push(...(await Promise.all(batch.map((key) => deliverOne(key, services)))));
  }
  return states;
}

/** One row that cannot be told does not keep the others waiting. */
async function deliverOne(key: OutboxKey, services: RelayServices) {
  try {
    return await deliverMessage(key, services);
  } catch (error) {
    log.error('message not relayed', { messageId: key.messageId, ...withoutPersonalData(error) });
    return 'PENDING' as const;
  }
}

export const handler = task(RelayNotifications, relayNotifications, () => {
  const { outboxRows, inbox } = servicesWithMessages();
  const sender = setting('MAIL_SENDER');
  return extended({
    outboxRows,
    inbox,
    channels: outsideChannels(sender === '' ? undefined : mailer(ses(), sender)),
  });
});
