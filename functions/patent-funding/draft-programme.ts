import { DraftProgramme } from '../../workflows/patent-funding/programmes/routes.ts';
import { draftFaults } from '../../workflows/patent-funding/programmes/version-faults.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { changeProgramme, publishedAlready, withVersion } from './programmes/change-programme.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Contract = typeof DraftProgramme;

/** Writes a draft, or writes it anew. @throws RefusedError 422 faults; 409 where that version is published */
export async function draftProgramme(
  { actor, params, body: programme, idempotency }: RouteInput<Contract>,
  services: FundingServices,
): Promise<RouteReply<Contract>> {
  const faults = draftFaults(programme, params);
  if (faults.length > 0) throw refusedForFaults(faults);
  const { programmeId, version } = params;
  const details = { programmeId, version, source: programme.source };
  return changeProgramme(
    {
      programmeId,
      actor,
      idempotency,
      kind: 'programme-drafted',
      details,
      next(record, changedAt) {
        const there = record.versions.find((one) => one.programme.version === version);
        if (there?.state === 'PUBLISHED') throw publishedAlready(programmeId, version);
        return { ...record, versions: withVersion(record, { programme, state: 'DRAFT', changedAt }) };
      },
    },
    services,
  );
}

export const handler = route(DraftProgramme, draftProgramme, fundingServices);
