import { PutEndpoint } from '../../workflows/financing-demand/endpoint/routes.ts';
import type { WebhookTargets } from '../../workflows/financing-demand/endpoint/rules/target-address.ts';
import { urlFaults } from '../../workflows/financing-demand/endpoint/rules/url-faults.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { changedMeanwhile } from '../shared/request-headers.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { StaleReadError } from '../shared/store/stale-read.ts';
import { configuredTargets } from './client/configured-targets.ts';
import { newSecret } from './endpoint/new-secret.ts';
import { shown } from './endpoint/read-endpoint.ts';
import { endpointStores, type ServicesWithEndpoints } from './store/endpoint-services.ts';

type Contract = typeof PutEndpoint;

interface PutServices extends ServicesWithEndpoints {
  readonly targets: WebhookTargets;
}

/** Registers where lists go to. Nothing is sent there before it was verified; the keys are made once and stay over changes. */
export async function putEndpoint(
  { params: { institutionId }, actor, body: { url }, ifMatch }: RouteInput<Contract>,
  { endpoints, targets, commit, now }: PutServices,
): Promise<RouteReply<Contract>> {
  const faults = urlFaults(url, targets);
  if (faults.length > 0) throw refusedForFaults(faults);
  const read = await endpoints.read(institutionId);
  if ((read?.version ?? 0) !== ifMatch) throw changedMeanwhile(read && { ...shown(read) });
  const at = localInstant(now());
  const next = {
    institutionId,
    institutionName: actor.organisationName,
    url,
    status: 'UNVERIFIED',
    changedAt: at,
    secrets: read?.secrets ?? [newSecret(at)],
  } as const;
  const details = { institutionId, status: next.status };
  try {
    await commit(
      endpoints.put(read, next, { kind: 'endpoint-changed', at, actor: personOf(actor), details }),
    );
  } catch (error) {
    if (error instanceof StaleReadError) throw changedMeanwhile();
    throw error;
  }
  const version = ifMatch + 1;
  return { body: shown({ ...next, version, auditHash: '' }), version };
}

export const handler = route(PutEndpoint, putEndpoint, () =>
  extended({ ...endpointStores(), targets: configuredTargets() }),
);
