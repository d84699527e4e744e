import { create } from 'qrcode';
import { COLOUR, type PageFlow } from './page-flow.ts';

/** Light margin that ISO/IEC 18004 demands around the code, in modules. */
const QUIET_ZONE = 4;

/** Draws a QR code of `text` as filled rectangles, sharp at any size; `size` includes the quiet zone. */
export function drawQrCode(
  { doc }: PageFlow,
  text: string,
  place: { x: number; y: number; size: number },
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = place.size / (modules.size + 2 * QUIET_ZONE);
  const at = (module: number) => (module + QUIET_ZONE) * unit;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      const length = darkRun(modules, row, column);
      if (length === 0) continue;
      doc.rect(place.x + at(column), place.y + at(row), length * unit, unit);
      column += length;
    }
  doc.fill(COLOUR.ink);
}

/** How many dark modules follow one another from here: one rectangle each, so that no hairline shows between them. */
function darkRun(
  modules: { size: number; get(row: number, column: number): number },
  row: number,
  from: number,
) {
  let to = from;
  while (to < modules.size && modules.get(row, to)) to += 1;
  return to - from;
}
