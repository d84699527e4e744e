import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import type { ReportForm } from '../../../workflows/listing-certificate/report-form.ts';
import { drawDepartments, drawRecords, drawUncertified } from './draw-annexes.ts';
import { drawFooters, drawNotices, drawSignature } from './draw-closing.ts';
import { drawMasthead } from './draw-masthead.ts';
import { drawMatrix } from './draw-matrix.ts';
import { drawParticulars } from './draw-particulars.ts';
import type { ReportFonts } from './fonts.ts';
import { pageFlow } from './page-flow.ts';
import { printable } from './printable-text.ts';
import { reportContent } from './report-content.ts';
import { reportDocument } from './report-document.ts';

export interface ReportInput {
  readonly facts: CertificateFacts;
  readonly form: ReportForm;
  /** The signed credential, embedded so that the paper's file is also the machine's. */
  readonly credentialJwt: string;
  /** Where the public verifies this certificate, its code included. */
  readonly verificationUrl: string;
  readonly fonts: ReportFonts;
}

export interface ReportPdf {
  readonly bytes: Buffer;
  /** Characters that had to be said by code point, because the fonts lack them: `U+20BB7`. */
  readonly unprintable: readonly string[];
}

/** The report as PDF. The same input gives the same bytes: all dates come from the facts. */
export async function reportPdf(input: ReportInput): Promise<ReportPdf> {
  const { value, unprintable } = printable({ facts: input.facts, form: input.form }, input.fonts);
  const { facts, form } = value;
  const content = reportContent(facts, form);
  const doc = reportDocument(input);
  const bytes = collect(doc);
  const flow = pageFlow(doc);
  doc.addPage();

  drawMasthead(flow, form, facts.number);
  drawParticulars(flow, content, { url: input.verificationUrl, code: facts.verificationCode });
  flow.heading({ zh: '一、核查结果', en: 'Findings' });
  drawMatrix(flow, facts.fields, content.rows, form.verdicts);
  drawDepartments(flow, facts);
  drawRecords(flow, content.records);
  drawUncertified(flow, content.uncertified);
  drawNotices(flow, form, facts.ruleSet, unprintable);
  drawSignature(flow, form, content.issuedOn);
  drawFooters(doc, facts.number, facts.verificationCode);

  doc.end();
  return { bytes: await bytes, unprintable };
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
