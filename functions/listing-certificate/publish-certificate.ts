import { PublishCertificate } from '../../workflows/listing-certificate/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { readCaseUnderWay } from './store/listing-case.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

interface Issued {
  readonly caseId: string;
  readonly number: string;
}

/**
 * Issues the report: the case becomes ISSUED and the public finds the certificate, in one transaction. A second run changes
 * nothing. Throws where the certificate is not signed and rendered, or belongs to another case.
 */
export async function publishCertificate(
  { caseId, number }: Issued,
  services: ServicesWithCertificates,
): Promise<Issued & { status: 'ISSUED' }> {
  const own = await services.certificates.numberOfCase(caseId);
  if (own !== number) throw new Error(`Certificate ${number} is not the one of case ${caseId}`);
  await untilFresh(() => publish(caseId, number, services));
  return { caseId, number, status: 'ISSUED' };
}

async function publish(caseId: string, number: string, services: ServicesWithCertificates): Promise<void> {
  const { case: read } = await readCaseUnderWay(caseId, services);
  if (read.status === 'ISSUED') return;
  const at = localInstant(services.now());
  const tasks = await services.desk.ofCase(caseId);
  const pauses = tasks.flatMap(({ clock }) => clock.pauses);
  const calendar = await services.calendars.read();
  await services.commit([
    ...services.cases.change(
      read,
      { status: 'ISSUED', resultNumber: number, pauses, calendar },
      {
        kind: 'result-issued',
        at,
        actor: { by: 'platform', step: 'PublishCertificate' },
        details: { number },
      },
    ),
    services.certificates.publish(number, at),
    ...services.outbox.notify('case-issued', read, at, { number }),
  ]);
}

export const handler = task(PublishCertificate, publishCertificate, servicesWithCertificates);
