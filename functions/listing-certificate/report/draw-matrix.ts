import type { ReportForm } from '../../../workflows/listing-certificate/report-form.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { drawHead, headHeight } from './draw-matrix-head.ts';
import { cellX, drawGrid, NAME, PADDING, SMALL } from './matrix-grid.ts';
import { type MatrixBlock, matrixBlocks } from './matrix-layout.ts';
import { COLOUR, drawText, heightOf, PAGE, type PageFlow } from './page-flow.ts';
import type { MatrixRow } from './report-content.ts';

const LEGEND = { size: 7.5 } as const;

/** The matrix entity x field: broken over pages with its heading repeated, and over tables where there are many fields. */
export function drawMatrix(
  flow: PageFlow,
  fields: readonly { readonly name: Bilingual }[],
  rows: readonly MatrixRow[],
  words: ReportForm['verdicts'],
): void {
  for (const block of matrixBlocks(fields.length)) {
    const names = fields
      .slice(block.firstField, block.firstField + block.fieldCount)
      .map((field) => field.name);
    drawLegend(flow, block, words);
    flow.ensure(headHeight(flow, block, names) + 60);
    drawHead(flow, block, names);
    rows.forEach((row, index) => {
      if (flow.ensure(rowHeight(flow, block, row))) drawHead(flow, block, names);
      drawRow(flow, block, row, index + 1, words);
    });
    flow.y += 8;
  }
}

function drawLegend(flow: PageFlow, block: MatrixBlock, words: ReportForm['verdicts']): void {
  const signs = Object.values(words).map((word) => `${word.sign} ${word.zh} ${word.en}`);
  const legend = block.style === 'signs' ? `图例：${signs.join('　')}。` : '';
  flow.paragraph(`${legend}数字、字母分别为第三、四部分的序号。`, LEGEND, { after: 6 });
}

function rowHeight(flow: PageFlow, block: MatrixBlock, row: MatrixRow): number {
  const width = block.nameWidth - 2 * PADDING;
  const name = heightOf(flow.doc, row.name, NAME, width);
  return Math.max(name + heightOf(flow.doc, under(row), SMALL, width) + 2 * PADDING, 26);
}

const under = (row: MatrixRow) => `${row.uscc}　${row.relation}`;

function drawRow(
  flow: PageFlow,
  block: MatrixBlock,
  row: MatrixRow,
  number: number,
  words: ReportForm['verdicts'],
): void {
  const height = rowHeight(flow, block, row);
  const width = block.nameWidth - 2 * PADDING;
  const nameHeight = heightOf(flow.doc, row.name, NAME, width);
  const nameX = PAGE.left + block.indexWidth + PADDING;
  const middle = flow.y + height / 2;
  const index = { x: PAGE.left, y: middle - 6, width: block.indexWidth };
  drawText(flow.doc, String(number), { size: 8, align: 'center' }, index);
  drawText(flow.doc, row.name, NAME, { x: nameX, y: flow.y + PADDING, width });
  drawText(flow.doc, under(row), SMALL, { x: nameX, y: flow.y + PADDING + nameHeight, width });
  row.cells.slice(block.firstField, block.firstField + block.fieldCount).forEach((cell, column) => {
    const { zh, sign } = words[cell.verdict];
    const text = block.style === 'words' ? zh : sign;
    drawFinding(flow, cell, text, { x: cellX(block, column), middle, width: block.cellWidth });
  });
  drawGrid(flow, block, height);
  flow.y += height;
}

function drawFinding(
  flow: PageFlow,
  { verdict, mark }: MatrixRow['cells'][number],
  text: string,
  { x, middle, width }: { x: number; middle: number; width: number },
): void {
  const colour = verdict === 'records' ? COLOUR.red : COLOUR.ink;
  const font = verdict === 'records' ? 'bold' : 'regular';
  const lift = mark === undefined ? 6.5 : 10.5;
  drawText(flow.doc, text, { size: 8.5, font, colour, align: 'center' }, { x, y: middle - lift, width });
  if (mark === undefined) return;
  const size = width < 24 ? 5 : 6.8;
  flow.doc.font('regular').fontSize(size);
  // A range of numbers that is too long for the cell is said by its first.
  const short = flow.doc.widthOfString(mark) > width ? mark.replace(/–.*/, '…') : mark;
  drawText(flow.doc, short, { size, colour, align: 'center' }, { x, y: middle + 2, width });
}
