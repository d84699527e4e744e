import type { OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';
import { RefusedError } from '../../shared/errors.ts';

/**
 * A notification that was given up as it stands when the relay may try anew, under the same message id: what reached somebody is not
 * told again. @throws RefusedError 404 where there is none, 409 unless it is DEAD
 */
export function revived<Row extends OutboxRow>(row: Row | undefined, at: string): Row {
  if (!row) throw noSuchNotification();
  if (row.state !== 'DEAD') throw notDead(row);
  return {
    ...row,
    state: 'PENDING',
    attempts: 0,
    nextAttemptAt: at,
    deliveries: row.deliveries.map(({ error: _, ...one }) =>
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
