import type { Font } from 'fontkit';
import { reportFonts } from '../../../../functions/listing-certificate/report/fonts.ts';
import { drawText } from '../../../../functions/listing-certificate/report/page-flow.ts';
import { reportDocument } from '../../../../functions/listing-certificate/report/report-document.ts';
import { REPORT_FORM } from '../../../../functions/listing-certificate/report/report-form.ts';
import { sampleFacts } from '../sample-facts.ts';
import { type Box, type RenderedPage, renderedPages } from './rendered-page.ts';

const COLUMNS = 25;
const ROWS = 36;
const CELL = 22;
const SIZE = 16;
/** Small type keeps its strokes. */
const PIXELS_PER_POINT = 4;

export type Weight = 'regular' | 'bold';
type Draw = (doc: PDFKit.PDFDocument, character: string, place: { x: number; y: number }) => void;

/** One character as it was drawn: its page and the box it stands in. */
export interface DrawnCharacter {
  readonly page: RenderedPage;
  readonly box: Box;
}

/** Characters set as text in the fonts that the report embeds, rendered. */
export function setAsText(characters: readonly string[], weight: Weight): Promise<DrawnCharacter[]> {
  return sheet(characters, (doc, character, { x, y }) =>
    drawText(doc, character, { font: weight, size: SIZE }, { x, y, width: CELL }),
  );
}

/** The same characters drawn as outlines of the original font: what they must look like. */
export function drawnAsOutlines(characters: readonly string[], weight: Weight): Promise<DrawnCharacter[]> {
  const font = reportFonts()[weight];
  return sheet(characters, (doc, character, place) =>
    drawOutline(doc, font, font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.toSVG(), place),
  );
}

/** The box a reader shows for a glyph that is not there. */
export async function missingGlyph(weight: Weight): Promise<DrawnCharacter> {
  const font = reportFonts()[weight];
  const [drawn] = await sheet(['?'], (doc, _, place) =>
    drawOutline(doc, font, font.getGlyph(0).path.toSVG(), place),
  );
  if (!drawn) throw new Error('nothing was drawn');
  return drawn;
}

function drawOutline(
  doc: PDFKit.PDFDocument,
  font: Font,
  path: string,
  { x, y }: { x: number; y: number },
): void {
  const scale = SIZE / font.unitsPerEm;
  doc
    .save()
    .translate(x, y + font.ascent * scale)
    .scale(scale, -scale);
  if (path !== '') doc.path(path).fill('#1a1a1a');
  doc.restore();
}

async function sheet(characters: readonly string[], draw: Draw): Promise<DrawnCharacter[]> {
  const doc = reportDocument({
    facts: sampleFacts(),
    form: REPORT_FORM,
    credentialJwt: 'a.b.c',
    fonts: reportFonts(),
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  characters.forEach((character, index) => {
    if (index % (COLUMNS * ROWS) === 0) doc.addPage();
    draw(doc, character, placeOf(index));
  });
  doc.end();
  await ended;
  const pages = await renderedPages(Buffer.concat(chunks), PIXELS_PER_POINT);
  return characters.map((_, index) => {
    const page = pages[Math.floor(index / (COLUMNS * ROWS))];
    if (!page) throw new Error(`character ${index} has no page`);
    return { page, box: { ...placeOf(index), width: CELL - 1, height: CELL + 2 } };
  });
}

function placeOf(index: number) {
  const onPage = index % (COLUMNS * ROWS);
  return { x: 12 + (onPage % COLUMNS) * CELL, y: 8 + Math.floor(onPage / COLUMNS) * (CELL + 0.9) };
}
