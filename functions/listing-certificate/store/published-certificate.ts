import { createHash, timingSafeEqual } from 'node:crypto';
import type { PublicCertificate } from '../../../workflows/listing-certificate/public-certificate.ts';
import { publicCertificate } from '../../../workflows/listing-certificate/rules/public-certificate.ts';
import { comparableCode } from '../../../workflows/listing-certificate/rules/verification-code.ts';
import { RefusedError } from '../../shared/errors.ts';
import { REPORT_FORM } from '../report/report-form.ts';
import type { CertificateStore } from './certificate-store.ts';

/**
 * What public verification shows: masked without a code, whole with the right one.
 * @throws RefusedError 404, the same where the number does not exist, is not published yet, or the code is wrong
 */
export async function publishedCertificate(
  certificates: Pick<CertificateStore, 'read'>,
  number: string,
  code: string | undefined,
): Promise<PublicCertificate> {
  const certificate = await certificates.read(number);
  const codeGiven = code !== undefined && comparableCode(code) !== '';
  // Compared also where there is no certificate, so that the time taken tells nothing either.
  const codeRight = sameCode(code ?? '', certificate?.facts.verificationCode ?? '');
  if (certificate?.publishedAt === undefined || (codeGiven && !codeRight)) throw notFound();
  return publicCertificate(certificate, REPORT_FORM, { codeGiven });
}

function sameCode(given: string, expected: string): boolean {
  const digest = (code: string) => createHash('sha256').update(comparableCode(code)).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function notFound(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'certificate-not-found',
    zh: '查无此报告，或者核验码不符',
    en: 'There is no such certificate, or the verification code does not match',
  });
}
