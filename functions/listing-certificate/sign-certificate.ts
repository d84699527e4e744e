import { SignCertificate } from '../../workflows/listing-certificate/certificate-steps.ts';
import { credential } from '../../workflows/listing-certificate/rules/credential.ts';
import { platformKey } from '../shared/client/platform-key.ts';
import type { SigningKey } from '../shared/client/signing-key.ts';
import { setting } from '../shared/config.ts';
import { CREDENTIAL_HEADER } from '../shared/credential-header.ts';
import { extended } from '../shared/services.ts';
import { task } from '../shared/task.ts';
import { REPORT_FORM } from './report/report-form.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

interface SigningServices extends Pick<ServicesWithCertificates, 'certificates'> {
  readonly signingKey: SigningKey;
  readonly publicBaseUrl: string;
}

/** Signs the facts as Verifiable Credential; a certificate that is signed stays as it is. */
export async function signCertificate({ number }: { number: string }, services: SigningServices) {
  const { certificates, signingKey, publicBaseUrl } = services;
  const certificate = await certificates.read(number);
  if (!certificate) throw new Error(`Certificate ${number} has no facts to sign`);
  if (certificate.credentialSha256 === undefined) {
    const content = credential(certificate.facts, REPORT_FORM, publicBaseUrl);
    await certificates.setCredentialIfAbsent(number, await signingKey.signJwt(CREDENTIAL_HEADER, content));
  }
  return { number };
}

export const handler = task(SignCertificate, signCertificate, () => {
  const { certificates } = servicesWithCertificates();
  return extended({
    certificates,
    signingKey: platformKey(),
    publicBaseUrl: setting('PUBLIC_BASE_URL'),
  });
});
