import { createHash } from 'node:crypto';
import { RenderReport } from '../../workflows/listing-certificate/certificate-steps.ts';
import { s3 } from '../shared/aws/s3.ts';
import { type Documents, documents } from '../shared/client/documents.ts';
import { setting } from '../shared/config.ts';
import { log } from '../shared/log.ts';
import { extended } from '../shared/services.ts';
import { task } from '../shared/task.ts';
import { type ReportFonts, reportFonts } from './report/fonts.ts';
import { REPORT_FORM } from './report/report-form.ts';
import { reportPdf } from './report/report-pdf.ts';
import { verificationUrl } from './report/verification-url.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

interface RenderingServices extends Pick<ServicesWithCertificates, 'certificates'> {
  readonly documents: Documents;
  readonly fonts: ReportFonts;
  readonly publicBaseUrl: string;
}

/** Prints the facts and the signed credential as PDF into the documents bucket; a report that is printed stays as it is. */
export async function renderReport({ number }: { number: string }, services: RenderingServices) {
  const { certificates, documents, fonts, publicBaseUrl } = services;
  const certificate = await certificates.read(number);
  if (!certificate) throw new Error(`Certificate ${number} has no facts to print`);
  if (certificate.pdf) return { number };
  const credentialJwt = await certificates.credentialOf(number);
  if (credentialJwt === undefined) throw new Error(`Certificate ${number} is not signed yet`);

  const { facts } = certificate;
  const { bytes, unprintable } = await reportPdf({
    facts,
    form: REPORT_FORM,
    credentialJwt,
    verificationUrl: verificationUrl(publicBaseUrl, number, facts.verificationCode),
    fonts,
  });
  if (unprintable.length > 0) log.warn('characters said by code point', { number, unprintable });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // The key holds the hash: a retry stores the same object again, never another under the same key.
  const key = `cases/${facts.caseId}/report-${sha256}.pdf`;
  await documents.put({ key, bytes, mediaType: 'application/pdf' });
  await certificates.setPdfIfAbsent(number, { key, sha256, sizeBytes: bytes.byteLength });
  return { number };
}

export const handler = task(RenderReport, renderReport, () => {
  const { certificates } = servicesWithCertificates();
  return extended({
    certificates,
    documents: documents(s3(), setting('DOCUMENTS_BUCKET')),
    fonts: reportFonts(),
    publicBaseUrl: setting('PUBLIC_BASE_URL'),
  });
});
