import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { balancedLines } from './balanced-lines.ts';
import { cellX, drawGrid, NAME, PADDING, SMALL } from './matrix-grid.ts';
import type { MatrixBlock } from './matrix-layout.ts';
import { COLOUR, CONTENT_WIDTH, drawText, heightOf, PAGE, type PageFlow } from './page-flow.ts';
import { uprightColumns } from './upright-text.ts';

const HEADING_LINE = 12.3;
/** Characters of an upright heading in one column. */
const UPRIGHT_ROWS = 12;
const UPRIGHT_PITCH = 9.5;

export function headHeight(flow: PageFlow, block: MatrixBlock, names: readonly Bilingual[]): number {
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

/** The names of the fields over their columns: level where they fit, else upright. */
export function drawHead(flow: PageFlow, block: MatrixBlock, names: readonly Bilingual[]): void {
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
