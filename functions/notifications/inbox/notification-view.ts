import type { NotificationView, OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { textOf } from '../delivery/letters.ts';
import { notificationRulesOn } from '../store/notification-rules.ts';

/** An outbox row as the office reads it, titled as its first recipient read it that day. */
export function viewOf(row: OutboxRow): NotificationView {
  const [recipient] = row.recipients;
  if (!recipient) throw new Error(`message ${row.messageId} has no recipient`);
  const { title } = textOf(row, recipient, notificationRulesOn(localDateOf(new Date(row.at))));
  return { ...withoutOwnMatters(row), title };
}

function withoutOwnMatters(row: OutboxRow) {
  if ('caseId' in row) {
    const { version: _, ...shown } = row;
    return shown;
  }
  const { version: _, auditHead: __, ...shown } = row;
  return shown;
}
