import type { OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { OutboxChange } from '../store/outbox-rows.ts';

/** What was given up and may be tried anew. @throws RefusedError 404 where there is no such notification, 409 unless it is DEAD */
export function givenUp<Row extends OutboxRow>(row: Row | undefined): Row {
  if (!row) throw noSuchNotification();
  if (row.state !== 'DEAD') throw notDead(row);
  return row;
}

/** Lets the relay try anew, under the same message id: what reached somebody is not told again. */
export function revival({ deliveries }: OutboxRow, at: string): Required<OutboxChange> {
  return {
    state: 'PENDING',
    attempts: 0,
    nextAttemptAt: at,
    deliveries: deliveries.map(({ error: _, ...one }) =>
      one.state === 'DEAD' ? { ...one, state: 'PENDING' as const } : one,
    ),
  };
}

function noSuchNotification(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'notification-not-found',
    zh: '没有这条通知',
    en: 'There is no such notification',
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
