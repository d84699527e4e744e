import type { ReportForm } from '../../../workflows/listing-certificate/report-form.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { balancedLines } from './balanced-lines.ts';
import { type MatrixBlock, matrixBlocks } from './matrix-layout.ts';
import { COLOUR, CONTENT_WIDTH, drawText, heightOf, PAGE, type PageFlow } from './page-flow.ts';
import type { MatrixRow } from './report-content.ts';
import { uprightColumns } from './upright-text.ts';

const NAME = { size: 8.5, font: 'bold' } as const;
const SMALL = { size: 6.8, colour: COLOUR.grey } as const;
const LEGEND = { size: 7.5 } as const;
const HEADING_LINE = 12.3;
const PADDING = 4;
/** Characters of an upright heading in one column. */
const UPRIGHT_ROWS = 12;
const UPRIGHT_PITCH = 9.5;

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

function headHeight(flow: PageFlow, block: MatrixBlock, names: readonly Bilingual[]): number {
  if (block.style === 'signs') {
    const columns = names.flatMap(({ zh }) => uprightColumns(zh, UPRIGHT_ROWS));
    const longest = Math.max(5, ...columns.map((column) => column.length));
    return longest * UPRIGHT_PITCH + 4 * PADDING;
  }
  const width = block.cellWidth - 4;
  return Math.max(
    30,
    ...names.map(
      ({ zh, en }) =>
        headingLines(flow, zh, width).length * HEADING_LINE +
        heightOf(flow.doc, en, { size: 6, align: 'center' }, width) +
        2 * PADDING,
    ),
  );
}

function drawHead(flow: PageFlow, block: MatrixBlock, names: readonly Bilingual[]): void {
  const height = headHeight(flow, block, names);
  flow.doc.rect(PAGE.left, flow.y, CONTENT_WIDTH, height).fill(COLOUR.shade);
  const middle = flow.y + height / 2 - 7;
  const nameX = PAGE.left + block.indexWidth;
  const centred = { ...NAME, align: 'center' } as const;
  drawText(flow.doc, '序号', { ...centred, size: 7.5 }, { x: PAGE.left, y: middle, width: block.indexWidth });
  drawText(flow.doc, '核查主体', centred, { x: nameX, y: middle - 4, width: block.nameWidth });
  drawText(
    flow.doc,
    'Entity',
    { ...SMALL, align: 'center' },
    { x: nameX, y: middle + 8, width: block.nameWidth },
  );
  names.forEach((name, column) => {
    const x = cellX(block, column);
    if (block.style === 'signs') drawUpright(flow, name.zh, x, block.cellWidth, height);
    else drawLevel(flow, name, x, block.cellWidth, height);
  });
  drawGrid(flow, block, height);
  flow.y += height;
}

function drawLevel(
  flow: PageFlow,
  { zh, en }: Bilingual,
  x: number,
  cellWidth: number,
  height: number,
): void {
  const width = cellWidth - 4;
  const chinese = { ...NAME, align: 'center' } as const;
  const english = { size: 6, colour: COLOUR.grey, align: 'center' } as const;
  const lines = headingLines(flow, zh, width);
  const zhHeight = lines.length * HEADING_LINE;
  const top = flow.y + (height - zhHeight - heightOf(flow.doc, en, english, width)) / 2;
  // A little wider than the column: what fits exactly must not be broken again.
  lines.forEach((line, row) => {
    drawText(flow.doc, line, chinese, { x: x - 2, y: top + row * HEADING_LINE, width: width + 8 });
  });
  drawText(flow.doc, en, english, { x: x + 2, y: top + zhHeight, width });
}

function headingLines({ doc }: PageFlow, text: string, width: number): string[] {
  doc.font(NAME.font).fontSize(NAME.size);
  return balancedLines(text, width, (part) => doc.widthOfString(part));
}

function drawUpright(flow: PageFlow, text: string, x: number, cellWidth: number, height: number): void {
  const columns = uprightColumns(text, UPRIGHT_ROWS);
  const size = Math.min(8, (cellWidth - 2) / columns.length);
  columns.forEach((characters, index) => {
    const pitch = Math.min(11, cellWidth / columns.length);
    const centre = x + cellWidth / 2 + (index - (columns.length - 1) / 2) * pitch;
    const top = flow.y + (height - characters.length * UPRIGHT_PITCH) / 2;
    characters.forEach((character, row) => {
      const place = { x: centre - 6, y: top + row * UPRIGHT_PITCH - size * 0.22, width: 12 };
      drawText(flow.doc, character, { font: 'bold', size, align: 'center' }, place);
    });
  });
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
  drawText(flow.doc, mark, { size, colour, align: 'center' }, { x, y: middle + 2, width });
}

const cellX = (block: MatrixBlock, column: number) =>
  PAGE.left + block.indexWidth + block.nameWidth + column * block.cellWidth;

function drawGrid(flow: PageFlow, block: MatrixBlock, height: number): void {
  const { doc, y } = flow;
  const columns = Array.from({ length: block.fieldCount }, (_, column) => cellX(block, column));
  doc.lineWidth(0.5).strokeColor(COLOUR.line).rect(PAGE.left, y, CONTENT_WIDTH, height).stroke();
  for (const x of [PAGE.left + block.indexWidth, ...columns])
    doc
      .moveTo(x, y)
      .lineTo(x, y + height)
      .stroke();
}
