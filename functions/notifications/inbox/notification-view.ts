import type { OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';
import type { NotificationView } from '../../../workflows/shared/notifications/routes.ts';

/** An outbox row as the office reads it. */
export function viewOf({ version: _, ...row }: OutboxRow): NotificationView {
  return row;
}
