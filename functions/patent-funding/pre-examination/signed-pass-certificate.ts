import type { PassCertificate } from '../../../workflows/patent-funding/pre-examination/contract.ts';
import { passCredential } from '../../../workflows/patent-funding/pre-examination/rules/pass-credential.ts';
import type { SigningKey } from '../../shared/client/signing-key.ts';
import { CREDENTIAL_HEADER } from '../../shared/credential-header.ts';
import type { PreExaminationCase } from '../store/pre-examination-case.ts';
import { PASS_CERTIFICATE_FORM } from './pass-certificate-form.ts';

export interface PassSigning {
  readonly signingKey: SigningKey;
  readonly publicBaseUrl: string;
}

/** The certificate with its signed credential. Whatever is signed but not stored with its case has never left the platform. */
export async function signedPassCertificate(
  found: PreExaminationCase,
  certificate: Omit<PassCertificate, 'credential'>,
  { signingKey, publicBaseUrl }: PassSigning,
): Promise<PassCertificate> {
  const content = passCredential({ ...found, certificate }, PASS_CERTIFICATE_FORM, publicBaseUrl);
  return { ...certificate, credential: await signingKey.signJwt(CREDENTIAL_HEADER, content) };
}
