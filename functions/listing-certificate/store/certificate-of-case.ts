import type { Certificate } from '../../../workflows/listing-certificate/certificate.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { CertificateStore } from './certificate-store.ts';

/**
 * The published certificate of a case: the one it shows today, or an earlier one by its number.
 * @throws RefusedError 404 while there is none, or it is another case's
 */
export async function certificateOfCase(
  certificates: Pick<CertificateStore, 'numberOfCase' | 'read'>,
  caseId: string,
  number?: string,
): Promise<Certificate> {
  const asked = number ?? (await certificates.numberOfCase(caseId));
  const certificate = asked === undefined ? undefined : await certificates.read(asked);
  if (certificate?.publishedAt === undefined || certificate.facts.caseId !== caseId)
    throw new RefusedError({
      status: 404,
      code: 'certificate-not-issued',
      zh: number === undefined ? '该办件尚未出具报告' : '该办件没有此编号的报告',
      en:
        number === undefined
          ? 'No certificate has been issued for this case yet'
          : 'This case has no certificate of this number',
    });
  return certificate;
}
