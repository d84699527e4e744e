import PDFDocument from 'pdfkit';
import type { ReportInput } from './report-pdf.ts';

/** An empty document with the fonts, the properties and the attached credential of a report; all dates are the facts'. */
export function reportDocument({
  facts,
  form,
  fonts,
  credentialJwt,
}: Omit<ReportInput, 'verificationUrl'>): PDFKit.PDFDocument {
  const issuedAt = new Date(facts.issuedAt);
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    /** For archives, with attached files (ISO 19005-3); PDFKit reads data/*.icc beside the bundle. */
    subset: 'PDF/A-3b',
    // PDFKit copies these into XMP unescaped: no text that people enter.
    info: {
      Title: `${form.title.zh} ${facts.number}`,
      Author: form.issuer.zh,
      Keywords: facts.number,
      Creator: 'liangjiang-workflows',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
    // PDFKit takes a parsed font too (PDFFontFactory.open); its types know only file names. Without a font it would load Helvetica.
    font: fonts.regular as unknown as string,
  });
  doc.registerFont('regular', fonts.regular as unknown as string);
  doc.registerFont('bold', fonts.bold as unknown as string);
  const attached = {
    name: 'credential.jwt',
    type: 'application/vc+jwt',
    description: 'W3C Verifiable Credential 2.0, signed (VC-JOSE-COSE)',
    /** The same content for machines (ISO 32000-2, table 43); its types do not know it yet. */
    relationship: 'Alternative',
    creationDate: issuedAt,
    modifiedDate: issuedAt,
  };
  doc.file(Buffer.from(credentialJwt), attached);
  return doc;
}
