import type { DeliveryAttempt } from '../../../workflows/financing-demand/delivery/contract.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { ServicesWithEndpoints } from '../store/endpoint-services.ts';

/** An endpoint that is gone, or that failed for days, is disabled and the office told of it. Three writes; none where it is already. */
export async function disabledByDelivery(
  { institutionId, number, verdict, at }: DeliveryAttempt,
  { endpoints, outbox }: Pick<ServicesWithEndpoints, 'endpoints' | 'outbox'>,
): Promise<GuardedWrite[]> {
  const read = await endpoints.read(institutionId);
  if (read?.status !== 'ACTIVE') return [];
  const { version: _, auditHash: __, ...content } = read;
  const because = verdict === 'gone' ? 'gone' : 'failing';
  const next = { ...content, status: 'DISABLED', changedAt: at, disabled: { because, at } } as const;
  const details = { institutionId, because, number };
  const deed = {
    kind: 'endpoint-disabled',
    at,
    actor: { by: 'platform', step: 'deliver-list' },
    details,
  } as const;
  return [
    ...endpoints.put(read, next, deed),
    ...outbox.notify('endpoint-disabled', { organisationId: institutionId }, at, {
      institutionId,
      because,
      number: String(number),
    }),
  ];
}
