import type { NotificationView, OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';

/** An outbox row as the office reads it. */
export function viewOf({ version: _, ...row }: OutboxRow): NotificationView {
  return row;
}
