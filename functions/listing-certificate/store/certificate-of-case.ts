import type { Certificate } from '../../../workflows/listing-certificate/certificate.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { CertificateStore } from './certificate-store.ts';

/** The published certificate of a case. @throws RefusedError 404 while there is none */
export async function certificateOfCase(
  certificates: Pick<CertificateStore, 'numberOfCase' | 'read'>,
  caseId: string,
): Promise<Certificate> {
  const number = await certificates.numberOfCase(caseId);
  const certificate = number === undefined ? undefined : await certificates.read(number);
  if (certificate?.publishedAt === undefined)
    throw new RefusedError({
      status: 404,
      code: 'certificate-not-issued',
      zh: '该办件尚未出具报告',
      en: 'No certificate has been issued for this case yet',
    });
  return certificate;
}
