import { ReadReport } from '../../workflows/listing-certificate/certificate-routes.ts';
import { s3 } from '../shared/aws/s3.ts';
import { type Documents, documents } from '../shared/client/documents.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { certificateOfCase } from './store/certificate-of-case.ts';
import {
  type ServicesWithCertificates,
  servicesWithCertificates,
} from './store/services-with-certificates.ts';

interface ReportServices extends Pick<ServicesWithCertificates, 'certificates'> {
  readonly documents: Pick<Documents, 'read'>;
}

/** The printed report of a case (an earlier one by its number), for those who may see the case. */
export async function readReport(
  { case: read, query }: Pick<RouteInput<typeof ReadReport>, 'case' | 'query'>,
  { certificates, documents }: ReportServices,
) {
  const { facts, pdf } = await certificateOfCase(certificates, read.caseId, query.number);
  if (!pdf) throw new Error(`Certificate ${facts.number} is published without a PDF`);
  return {
    body: await documents.read(pdf.key),
    headers: {
      etag: `"${pdf.sha256}"`,
      'content-disposition': attachment(`${facts.number} 合规信息核查报告.pdf`, `${facts.caseNumber}.pdf`),
    },
  };
}

/** A Chinese file name (RFC 8187) and an ASCII one for clients that do not know it (RFC 6266, appendix D). */
function attachment(name: string, asciiName: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${hex(character)}`);
  return `attachment; filename="${asciiName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}

const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase();

export const handler = route(ReadReport, readReport, () => {
  const { certificates } = servicesWithCertificates();
  return extended({ certificates, documents: documents(s3(), setting('DOCUMENTS_BUCKET')) });
});
