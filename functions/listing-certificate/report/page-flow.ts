import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

export const COLOUR = {
  ink: '#1a1a1a',
  /** The red of Chinese official papers. */
  red: '#c4161c',
  grey: '#5c5c5c',
  line: '#9a9a9a',
  shade: '#f5f1ea',
} as const;

/** A4 in points, with the margins of the report. */
export const PAGE = { width: 595.28, height: 841.89, left: 62, right: 62, top: 58, bottom: 66 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

type Document = PDFKit.PDFDocument;

export interface TextStyle {
  readonly font?: 'regular' | 'bold';
  readonly size: number;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly lineGap?: number;
  readonly indent?: number;
}

/** The pen: where the next block goes, and when a new page is due. Heights and places in points. */
export interface PageFlow {
  readonly doc: Document;
  y: number;
  /** Starts a new page where less than `height` is left; true if it did. */
  ensure(height: number): boolean;
  newPage(): void;
  /** A paragraph over the width of the page (or `width` from `x`), broken over pages if need be. */
  paragraph(text: string, style: TextStyle, place?: { x?: number; width?: number; after?: number }): void;
  heading(text: Bilingual): void;
}

export function pageFlow(doc: Document): PageFlow {
  const flow: PageFlow = {
    doc,
    y: PAGE.top,
    newPage() {
      doc.addPage();
      flow.y = PAGE.top;
    },
    ensure(height) {
      if (flow.y + height <= PAGE.height - PAGE.bottom) return false;
      flow.newPage();
      return true;
    },
    paragraph(text, style, { x = PAGE.left, width = CONTENT_WIDTH, after = 4 } = {}) {
      flow.ensure(heightOf(doc, text, style, width));
      drawText(doc, text, style, { x, y: flow.y, width });
      flow.y += heightOf(doc, text, style, width) + after;
    },
    heading({ zh, en }) {
      flow.ensure(90); // a heading never stands alone at the foot of a page
      flow.y += 8;
      drawText(doc, zh, { font: 'bold', size: 12.5 }, { x: PAGE.left, y: flow.y, width: CONTENT_WIDTH });
      const offset = doc.widthOfString(zh) + 10;
      const english = { size: 8, colour: COLOUR.grey };
      drawText(doc, en, english, { x: PAGE.left + offset, y: flow.y + 5, width: CONTENT_WIDTH - offset });
      flow.y += 24;
    },
  };
  return flow;
}

export function drawText(
  doc: Document,
  text: string,
  style: TextStyle,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  doc.fillColor(style.colour ?? COLOUR.ink);
  doc.font(style.font ?? 'regular').fontSize(style.size);
  doc.text(text, x, y, { width, ...layout(style) });
}

export function heightOf(doc: Document, text: string, style: TextStyle, width: number): number {
  doc.font(style.font ?? 'regular').fontSize(style.size);
  return doc.heightOfString(text, { width, ...layout(style) });
}

function layout({ align = 'left', lineGap = 0, indent = 0 }: TextStyle) {
  return { align, lineGap, indent };
}
