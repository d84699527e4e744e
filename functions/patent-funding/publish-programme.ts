import { PublishProgramme } from '../../workflows/patent-funding/programmes/routes.ts';
import { publicationFaults } from '../../workflows/patent-funding/programmes/version-faults.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { changeProgramme, draftOf, withVersion } from './programmes/change-programme.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Contract = typeof PublishProgramme;

/** Makes a draft the programme from its day on, for ever. @throws RefusedError 422 faults; 404, 409 where it is no draft */
export async function publishProgramme(
  { actor, params: { programmeId, version }, idempotency }: RouteInput<Contract>,
  services: FundingServices,
): Promise<RouteReply<Contract>> {
  const todayOn = localDateOf(services.now());
  return changeProgramme(
    {
      programmeId,
      actor,
      idempotency,
      kind: 'programme-published',
      details: { programmeId, version },
      next(record, changedAt) {
        const programme = draftOf(record, version);
        const faults = publicationFaults(programme, record, todayOn);
        if (faults.length > 0) throw refusedForFaults(faults);
        return { ...record, versions: withVersion(record, { programme, state: 'PUBLISHED', changedAt }) };
      },
    },
    services,
  );
}

export const handler = route(PublishProgramme, publishProgramme, fundingServices);
