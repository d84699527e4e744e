import { ReadCertificate } from '../../workflows/listing-certificate/certificate-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { route } from '../shared/route.ts';
import { certificateOfCase } from './store/certificate-of-case.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

/** The signed credential of a case, for those who may see the case. */
export async function readCertificate(
  { case: read }: Pick<RouteInput<typeof ReadCertificate>, 'case'>,
  { certificates }: Pick<ServicesWithCertificates, 'certificates'>,
) {
  const { facts } = await certificateOfCase(certificates, read.caseId);
  const body = await certificates.credentialOf(facts.number);
  if (body === undefined) throw new Error(`Certificate ${facts.number} is published without a credential`);
  return { body };
}

export const handler = route(ReadCertificate, readCertificate, servicesWithCertificates);
