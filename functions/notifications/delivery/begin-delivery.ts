import type { InboxMessage } from '../../../workflows/shared/notifications/inbox.ts';
import type { Delivery, OutboxRow, Recipient } from '../../../workflows/shared/notifications/outbox-row.ts';
import { retryDelaySeconds } from '../../../workflows/shared/notifications/rules.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { InboxOwner } from '../../shared/store/message-key.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { NotificationRules } from '../store/notification-rules.ts';
import type { ServicesWithMessages } from '../store/notification-services.ts';
import type { OutboxKey } from '../store/outbox-rows.ts';
import { textOf } from './letters.ts';
import { plannedDeliveries } from './planned-deliveries.ts';

type BeginServices = Pick<ServicesWithMessages, 'outboxRows' | 'inbox' | 'commit' | 'now'>;

/**
 * One transaction: puts the message into the inboxes it is for, and sets the row to be tried again later, in case this process
 * dies before it has told the rest. Answers the row as written; undefined where it is not due (any more). Wrap in `untilFresh`.
 */
export async function beginDelivery(
  key: OutboxKey,
  rules: NotificationRules,
  { outboxRows, inbox, commit, now }: BeginServices,
): Promise<OutboxRow | undefined> {
  const row = await outboxRows.read(key);
  if (row?.state !== 'PENDING' || new Date(row.nextAttemptAt) > now()) return undefined;
  const at = localInstant(now());
  const attempts = row.attempts + 1;
  const deliveries = plannedDeliveries(row, rules.templates.channels);
  const told = deliveries.map((one) => (isForInbox(one) ? { ...one, state: 'DELIVERED' as const, at } : one));
  const change = {
    deliveries: told,
    attempts,
    nextAttemptAt: localInstant(new Date(now().getTime() + retryDelaySeconds(rules.policy, attempts) * 1000)),
    ...(told.every(({ state }) => state !== 'PENDING') ? { state: 'DONE' as const } : {}),
  };
  const messages = await Promise.all(
    deliveries.filter(isForInbox).map(({ to }) => inboxWrites(row, row.recipients[to], at, rules, inbox)),
  );
  await commit([outboxRows.change(row, change), ...messages.flat()]);
  return { ...row, ...change, version: row.version + 1 };
}

const isForInbox = ({ channel, state }: Delivery) => channel === 'inbox' && state === 'PENDING';

async function inboxWrites(
  row: OutboxRow,
  recipient: Recipient | undefined,
  receivedAt: string,
  rules: NotificationRules,
  inbox: ServicesWithMessages['inbox'],
): Promise<GuardedWrite[]> {
  if (!recipient) throw new Error(`message ${row.messageId} lacks a recipient`);
  const owner = ownerOf(recipient);
  const { messageId, kind, at } = row;
  const message: InboxMessage = {
    sequence: (await inbox.received(owner)) + 1,
    messageId,
    kind,
    ...('caseId' in row ? { caseId: row.caseId, caseNumber: row.caseNumber } : {}),
    at,
    receivedAt,
    ...textOf(row, recipient, rules),
  };
  return inbox.put(owner, message);
}

function ownerOf({ audience, organisationId, personId }: Recipient): InboxOwner {
  return {
    organisationKind: audience === 'applicant' ? 'enterprise' : audience,
    organisationId,
    ...(personId === undefined ? {} : { personId }),
  };
}
