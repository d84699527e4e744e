import { PutEndpoint } from '../../workflows/financing-demand/endpoint/routes.ts';
import type { WebhookTargets } from '../../workflows/financing-demand/endpoint/rules/target-address.ts';
import { urlFaults } from '../../workflows/financing-demand/endpoint/rules/url-faults.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { changedMeanwhile } from '../shared/request-headers.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { StaleReadError } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { configuredTargets } from './client/configured-targets.ts';
import { newSecret } from './endpoint/new-secret.ts';
import { shown } from './endpoint/read-endpoint.ts';
import { endpointStores, listNumbers, type ServicesWithListNumbers } from './store/endpoint-services.ts';

type Contract = typeof PutEndpoint;

interface PutServices extends ServicesWithListNumbers {
  readonly targets: WebhookTargets;
}

/** Registers where lists go to. Nothing is sent there before it was verified; the keys are made once and stay over changes. */
export async function putEndpoint(
  { params: { institutionId }, actor, body: { url, fromNumber }, ifMatch }: RouteInput<Contract>,
  services: PutServices,
): Promise<RouteReply<Contract>> {
  const { endpoints, targets, commit, now } = services;
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
    await commit([
      ...endpoints.put(read, next, { kind: 'endpoint-changed', at, actor: personOf(actor), details }),
      ...(await beginAt(institutionId, fromNumber, services)),
    ]);
  } catch (error) {
    if (error instanceof StaleReadError) throw changedMeanwhile();
    throw error;
  }
  const version = ifMatch + 1;
  return { body: shown({ ...next, version, auditHash: '' }), version };
}

/**
 * Where deliveries begin: an institution that has lists already, and registers an endpoint now, is not sent all of them unasked. Of one
 * that was sent something before, that stands. @throws RefusedError 409, where the number is said later or is beyond the next list
 */
async function beginAt(
  institutionId: string,
  fromNumber: number | undefined,
  { deliveries, lastNumber }: PutServices,
): Promise<GuardedWrite[]> {
  const state = await deliveries.state(institutionId);
  const next = (state?.delivered ?? (await lastNumber(institutionId))) + 1;
  if (state && fromNumber !== undefined) throw wrongBeginning('replay-instead', next);
  if ((fromNumber ?? next) > next) throw wrongBeginning('list-not-made', next);
  if (state) return [];
  const delivered = (fromNumber ?? next) - 1;
  return [deliveries.putState({ institutionId, delivered, attempts: 0, run: 0, running: false, version: 1 })];
}

const BEGINNINGS = {
  'replay-instead': {
    zh: '已经登记过接收地址：请使用重新推送',
    en: 'There was an endpoint before: have lists sent again by a replay',
  },
  'list-not-made': { zh: '还没有这一期清单', en: 'There is no such list yet' },
} as const;

function wrongBeginning(code: keyof typeof BEGINNINGS, nextNumber: number): RefusedError {
  return new RefusedError({ status: 409, code, ...BEGINNINGS[code], present: { nextNumber } });
}

export const handler = route(PutEndpoint, putEndpoint, () =>
  extended({ ...endpointStores(), ...listNumbers(), targets: configuredTargets() }),
);
