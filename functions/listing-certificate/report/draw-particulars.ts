import { COLOUR, CONTENT_WIDTH, drawText, heightOf, PAGE, type PageFlow } from './page-flow.ts';
import { drawQrCode } from './qr-code.ts';
import type { ReportContent } from './report-content.ts';

const QR_SIZE = 100;
const LABEL_WIDTH = 104;
const GAP = 14;
const VALUE = { size: 10 } as const;

/** Whom and what the report is about, with the QR code of public verification beside it. */
export function drawParticulars(
  flow: PageFlow,
  content: ReportContent,
  verification: { readonly url: string; readonly code: string },
): void {
  flow.paragraph(content.opening.zh, { size: 11, lineGap: 4, indent: 22 }, { after: 3 });
  flow.paragraph(content.opening.en, { size: 8, colour: COLOUR.grey }, { after: 10 });
  const top = flow.y;
  const valueWidth = CONTENT_WIDTH - QR_SIZE - GAP - LABEL_WIDTH - 12;
  for (const { label, value } of content.particulars) {
    const height = Math.max(24, heightOf(flow.doc, value, VALUE, valueWidth) + 9);
    drawParticular(flow, label, value, height, valueWidth);
    flow.y += height;
  }
  drawVerification(flow, verification, top);
  flow.y = Math.max(flow.y, top + QR_SIZE + 40) + 4;
}

function drawParticular(
  flow: PageFlow,
  label: { zh: string; en: string },
  value: string,
  height: number,
  valueWidth: number,
): void {
  const { doc, y } = flow;
  const width = LABEL_WIDTH + valueWidth + 12;
  doc.rect(PAGE.left, y, LABEL_WIDTH, height).fill(COLOUR.shade);
  doc.lineWidth(0.5).strokeColor(COLOUR.line).rect(PAGE.left, y, width, height).stroke();
  doc
    .moveTo(PAGE.left + LABEL_WIDTH, y)
    .lineTo(PAGE.left + LABEL_WIDTH, y + height)
    .stroke();
  drawText(doc, label.zh, { font: 'bold', size: 9 }, { x: PAGE.left + 6, y: y + 5, width: LABEL_WIDTH });
  const offset = doc.widthOfString(label.zh) + 4;
  const english = { size: 5.8, colour: COLOUR.grey };
  drawText(doc, label.en, english, { x: PAGE.left + 6 + offset, y: y + 8.5, width: LABEL_WIDTH - offset });
  const middle = y + (height - heightOf(doc, value, VALUE, valueWidth)) / 2;
  drawText(doc, value, VALUE, { x: PAGE.left + LABEL_WIDTH + 6, y: middle, width: valueWidth });
}

function drawVerification(flow: PageFlow, { url, code }: { url: string; code: string }, top: number): void {
  const x = PAGE.width - PAGE.right - QR_SIZE;
  drawQrCode(flow, url, { x, y: top - 4, size: QR_SIZE });
  const line = (text: string, y: number, size: number, font: 'regular' | 'bold' = 'regular') =>
    drawText(flow.doc, text, { size, font, align: 'center' }, { x, y: top + y, width: QR_SIZE });
  line('扫码核验 Scan to verify', QR_SIZE - 4, 7);
  line('核验码', QR_SIZE + 8, 7);
  line(code, QR_SIZE + 18, 9.5, 'bold');
}
