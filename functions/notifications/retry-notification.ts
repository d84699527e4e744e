import type { OutboxRow } from '../../workflows/shared/notifications/outbox-row.ts';
import { RetryNotification } from '../../workflows/shared/notifications/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { MESSAGE_KEY } from '../shared/store/message-key.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { viewOf } from './inbox/notification-view.ts';
import { type ServicesWithMessages, servicesWithMessages } from './store/notification-services.ts';

type Contract = typeof RetryNotification;

/**
 * Lets the relay try anew what it gave up, with the same message id. @throws RefusedError 404 where the case has no such
 * notification, 409 unless it is DEAD
 */
export async function retryNotification(
  input: RouteInput<Contract>,
  services: ServicesWithMessages,
): Promise<RouteReply<Contract>> {
  return untilFresh(() => store(input, services));
}

async function store(
  { case: { caseId }, params: { messageId }, actor, idempotency }: RouteInput<Contract>,
  { cases, outboxRows, commit, idempotency: markers, now }: ServicesWithMessages,
): Promise<RouteReply<Contract>> {
  const [found, row] = await Promise.all([
    cases.read(caseId),
    outboxRows.read({ topic: MESSAGE_KEY.topic({ caseId }), messageId }),
  ]);
  if (!found) throw new Error(`case ${caseId} is gone`);
  if (!row) throw noSuchNotification();
  if (row.state !== 'DEAD') throw notDead(row);
  const at = localInstant(now());
  const change = {
    state: 'PENDING',
    attempts: 0,
    nextAttemptAt: at,
    deliveries: row.deliveries.map(({ error: _, ...one }) =>
      one.state === 'DEAD' ? { ...one, state: 'PENDING' as const } : one,
    ),
  } as const;
  const reply: RouteReply<Contract> = { body: viewOf({ ...row, ...change }) };
  await commit([
    markers.remember(idempotency, reply, now()),
    outboxRows.change(row, change),
    ...cases.change(
      found,
      {},
      { kind: 'notification-retried', at, actor: personOf(actor), details: { messageId } },
    ),
  ]);
  return reply;
}

function noSuchNotification(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'notification-not-found',
    zh: '该办件没有这条通知',
    en: 'The case has no such notification',
  });
}

function notDead({ messageId, state }: OutboxRow): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'notification-state',
    zh: '只有发送失败的通知可以重新发送',
    en: 'Only a notification that was given up is sent again',
    present: { messageId, state },
  });
}

export const handler = route(RetryNotification, retryNotification, servicesWithMessages);
