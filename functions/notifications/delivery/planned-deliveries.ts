import type { Delivery, OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';
import type { Templates } from '../../../workflows/shared/notifications/rules.ts';

/** What is to be done for a row: each recipient by each channel of its audience; as it stands where the relay saw it before. */
export function plannedDeliveries(
  { deliveries, recipients }: Pick<OutboxRow, 'deliveries' | 'recipients'>,
  channels: Templates['channels'],
): Delivery[] {
  if (deliveries.length > 0) return deliveries;
  return recipients.flatMap(({ audience }, to) =>
    channels[audience].map((channel) => ({ to, channel, state: 'PENDING' as const })),
  );
}
