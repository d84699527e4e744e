import { LiftObjection } from '../../workflows/listing-certificate/objection/steps.ts';
import { objectionEnded } from '../../workflows/listing-certificate/rules/certificate-standing.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { certificateOfCase } from './store/certificate-of-case.ts';
import { readListingCase } from './store/listing-case.ts';
import { readObjection } from './store/objection-case.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

/** The end of a withdrawn objection: its report stands as if it had not been raised. A second run changes nothing. */
export async function liftObjection(
  { caseId }: { readonly caseId: string },
  services: ServicesWithCertificates,
): Promise<{ caseId: string }> {
  await untilFresh(() => lift(caseId, services));
  return { caseId };
}

async function lift(caseId: string, services: ServicesWithCertificates): Promise<void> {
  const objection = await readObjection(caseId, services);
  const { caseId: disputedId } = objection.detail.disputed;
  const read = await certificateOfCase(services.certificates, disputedId);
  if (!read.standing.objections.some((open) => open.caseId === caseId)) return;
  const { case: disputed } = await readListingCase(disputedId, services);
  const { caseNumber } = objection.case;
  const { number } = read.facts;
  const at = localInstant(services.now());
  await services.commit([
    ...services.cases.change(
      disputed,
      {},
      {
        kind: 'objection-withdrawn',
        at,
        actor: { by: 'platform', step: 'LiftObjection' },
        details: { number, objection: { caseId, caseNumber } },
      },
    ),
    ...(await services.certificates.changeStandings([{ read, next: objectionEnded(read.standing, caseId) }])),
    ...services.outbox.notify('objection-withdrawn', objection.case, at, { number }),
  ]);
}

export const handler = task(LiftObjection, liftObjection, servicesWithCertificates);
