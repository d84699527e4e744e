import type { MatrixBlock } from './matrix-layout.ts';
import { COLOUR, CONTENT_WIDTH, PAGE, type PageFlow } from './page-flow.ts';

/** Type of names and headings, and of what stands small below them. */
export const NAME = { size: 8.5, font: 'bold' } as const;
export const SMALL = { size: 6.8, colour: COLOUR.grey } as const;
/** Between a line of the grid and what stands inside. */
export const PADDING = 4;

/** Left edge of a column of findings. */
export const cellX = (block: MatrixBlock, column: number) =>
  PAGE.left + block.indexWidth + block.nameWidth + column * block.cellWidth;

/** The lines around and between the cells of one row, `height` high, at the place of the pen. */
export function drawGrid(flow: PageFlow, block: MatrixBlock, height: number): void {
  const { doc, y } = flow;
  const columns = Array.from({ length: block.fieldCount }, (_, column) => cellX(block, column));
  doc.lineWidth(0.5).strokeColor(COLOUR.line).rect(PAGE.left, y, CONTENT_WIDTH, height).stroke();
  for (const x of [PAGE.left + block.indexWidth, ...columns])
    doc
      .moveTo(x, y)
      .lineTo(x, y + height)
      .stroke();
}
