import type { ReportForm } from '../../../workflows/listing-certificate/report-form.ts';
import { COLOUR, CONTENT_WIDTH, drawText, heightOf, PAGE, type PageFlow } from './page-flow.ts';

/**
 * The head of an official paper (GB/T 9704-2012, section 7.2): the issuing office in red, the number of the document, a red
 * line; then the title.
 */
export function drawMasthead(flow: PageFlow, form: ReportForm, number: string): void {
  const { doc } = flow;
  const full = { x: PAGE.left - 20, width: CONTENT_WIDTH + 40 };
  const size = issuerSize(flow, form.issuer.zh, full.width);
  const issuer = { font: 'bold', size, colour: COLOUR.red, align: 'center' } as const;
  drawText(doc, form.issuer.zh, issuer, { ...full, y: flow.y });
  flow.y += heightOf(doc, form.issuer.zh, issuer, full.width) + 1;
  drawText(doc, form.issuer.en, { size: 8, colour: COLOUR.red, align: 'center' }, { ...full, y: flow.y });
  flow.y += 22;
  const numbered = { size: 11, align: 'center' } as const;
  drawText(doc, number, numbered, { x: PAGE.left, width: CONTENT_WIDTH, y: flow.y });
  flow.y += 20;
  redRule(flow);
  flow.y += 24;
  const title = { font: 'bold', size: 22, align: 'center' } as const;
  drawText(doc, form.title.zh, title, { x: PAGE.left, width: CONTENT_WIDTH, y: flow.y });
  flow.y += heightOf(doc, form.title.zh, title, CONTENT_WIDTH);
  const english = { size: 9, colour: COLOUR.grey, align: 'center' } as const;
  drawText(doc, form.title.en, english, { x: PAGE.left, width: CONTENT_WIDTH, y: flow.y });
  flow.y += 26;
}

/** As large as one line allows, 26 pt at most. */
function issuerSize(flow: PageFlow, issuer: string, width: number): number {
  flow.doc.font('bold').fontSize(26);
  return Math.min(26, (26 * width * 0.98) / flow.doc.widthOfString(issuer));
}

function redRule({ doc, y }: PageFlow): void {
  doc.rect(PAGE.left, y, CONTENT_WIDTH, 2).fill(COLOUR.red);
  doc.rect(PAGE.left, y + 3.2, CONTENT_WIDTH, 0.6).fill(COLOUR.red);
}
