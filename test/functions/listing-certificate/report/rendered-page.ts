import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Ink of a rendered page: 0 is paper, 255 black. Coordinates in points from the top left, as PDFKit counts. */
export interface RenderedPage {
  readonly pixelsPerPoint: number;
  ink(x: number, y: number): number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Something drawn and the box it stands in. */
export interface Drawn {
  readonly page: RenderedPage;
  readonly box: Box;
}

/** Renders the pages of a PDF as a reader shows them (PDFium, in WebAssembly: nothing to install). */
export async function renderedPages(pdf: Uint8Array, pixelsPerPoint = 1): Promise<RenderedPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages: RenderedPage[] = [];
  for (const page of document.pages()) {
    const { width, data } = await page.render({ scale: pixelsPerPoint, render: 'bitmap' });
    pages.push({ pixelsPerPoint, ink: inkOf(data, width, pixelsPerPoint) });
  }
  document.destroy();
  library.destroy();
  return pages;
}

/** The text of a PDF as a reader copies it, without white space. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const text = [...document.pages()].map((page) => page.getText()).join('');
  document.destroy();
  library.destroy();
  return text.replaceAll(/\s/g, '');
}

/** The bitmap has four bytes a pixel; the darkest channel decides, so that red type counts as ink too. */
function inkOf(data: Uint8Array, width: number, pixelsPerPoint: number): RenderedPage['ink'] {
  const at = (offset: number) => data[offset] ?? 255;
  return (x, y) => {
    const start = (Math.round(y * pixelsPerPoint) * width + Math.round(x * pixelsPerPoint)) * 4;
    return 255 - Math.min(at(start), at(start + 1), at(start + 2));
  };
}

/** All ink of a drawing. */
export function inkInside({ page, box }: Drawn): number {
  const step = 1 / page.pixelsPerPoint;
  let sum = 0;
  for (let y = 0; y < box.height; y += step)
    for (let x = 0; x < box.width; x += step) sum += page.ink(box.x + x, box.y + y);
  return sum;
}

/** How much two drawings differ, each inside its own box: 0 the same, 1 nothing in common. */
export function difference(one: Drawn, other: Drawn): number {
  const step = 1 / one.page.pixelsPerPoint;
  let differs = 0;
  let total = 0;
  for (let y = 0; y < one.box.height; y += step)
    for (let x = 0; x < one.box.width; x += step) {
      const [a, b] = [
        one.page.ink(one.box.x + x, one.box.y + y),
        other.page.ink(other.box.x + x, other.box.y + y),
      ];
      differs += Math.abs(a - b);
      total += a + b;
    }
  return total === 0 ? 0 : differs / total;
}
