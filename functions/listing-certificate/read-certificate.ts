import { ReadCertificate } from '../../workflows/listing-certificate/certificate-routes.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { verificationUrl } from './report/verification-url.ts';
import { certificateOfCase } from './store/certificate-of-case.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

interface CertificateServices extends Pick<ServicesWithCertificates, 'certificates'> {
  readonly publicBaseUrl: string;
}

/**
 * The signed credential of a case, for those who may see the case. The link tells where its present status is shown, with the
 * verification code of the paper, which the credential itself leaves out (RFC 8631, relation `status`).
 */
export async function readCertificate(
  { case: read, query }: Pick<RouteInput<typeof ReadCertificate>, 'case' | 'query'>,
  { certificates, publicBaseUrl }: CertificateServices,
) {
  const { facts } = await certificateOfCase(certificates, read.caseId, query.number);
  const body = await certificates.credentialOf(facts.number);
  if (body === undefined) throw new Error(`Certificate ${facts.number} is published without a credential`);
  const page = verificationUrl(publicBaseUrl, facts.number, facts.verificationCode);
  return { body, headers: { link: `<${page}>; rel="status"` } };
}

export const handler = route(ReadCertificate, readCertificate, () => {
  const { certificates } = servicesWithCertificates();
  return extended({ certificates, publicBaseUrl: setting('PUBLIC_BASE_URL') });
});
