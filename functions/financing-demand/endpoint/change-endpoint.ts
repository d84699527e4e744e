import type { Endpoint, KeptEndpoint } from '../../../workflows/financing-demand/endpoint/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { AuditKind } from '../../../workflows/shared/audit-entry.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { personOf } from '../../shared/person-of.ts';
import { changedMeanwhile } from '../../shared/request-headers.ts';
import type { IdempotentRequest } from '../../shared/store/idempotency-store.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { ServicesWithEndpoints } from '../store/endpoint-services.ts';
import type { EndpointContent } from '../store/endpoint-store.ts';
import { shown } from './read-endpoint.ts';

interface Change {
  readonly kind: AuditKind;
  readonly actor: Actor;
  readonly next: Partial<EndpointContent>;
  readonly idempotency: IdempotentRequest;
  /** Written with it. */
  readonly also?: readonly GuardedWrite[];
}

/** Changes the endpoint that was read, and answers with it. @throws RefusedError 412 where somebody was faster */
export async function changeEndpoint(
  read: KeptEndpoint,
  { kind, actor, next, idempotency, also = [] }: Change,
  { endpoints, commit, now, idempotency: markers }: ServicesWithEndpoints,
): Promise<{ body: Endpoint; version: number }> {
  const at = localInstant(now());
  const { version: readVersion, auditHash, ...content } = read;
  const changed = { ...content, ...next, changedAt: at };
  const version = readVersion + 1;
  const reply = { body: shown({ ...changed, version, auditHash }), version };
  const details = { institutionId: read.institutionId, status: changed.status };
  try {
    await commit([
      markers.remember(idempotency, reply, now()),
      ...endpoints.put(read, changed, { kind, at, actor: personOf(actor), details }),
      ...also,
    ]);
  } catch (error) {
    if (error instanceof StaleReadError) throw changedMeanwhile();
    throw error;
  }
  return reply;
}
