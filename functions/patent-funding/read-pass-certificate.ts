import { ReadPassCertificate } from '../../workflows/patent-funding/pre-examination/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { readPassed } from './pre-examination/passed.ts';

type Contract = typeof ReadPassCertificate;

/** The pass certificate with what became of the filing since. */
export async function readPassCertificate(
  { case: { caseId } }: RouteInput<Contract>,
  services: Pick<Services, 'cases'>,
): Promise<RouteReply<Contract>> {
  const { case: found, detail, certificate } = await readPassed(caseId, services);
  const { title, filing, grant } = detail;
  const { credential: _, ...facts } = certificate;
  return {
    body: {
      ...facts,
      applicant: found.applicant,
      title,
      ...(filing && { filing }),
      ...(grant && { grant }),
    },
    version: found.version,
  };
}

export const handler = route(ReadPassCertificate, readPassCertificate);
