import type { ReportFonts } from './fonts.ts';

/** What is laid out but not drawn: white space, joiners, variation selectors. */
const UNDRAWN = /\p{White_Space}|\p{Default_Ignorable_Code_Point}/u;

/** A text as the fonts can draw it, and what they cannot. */
export interface PrintableText {
  readonly text: string;
  /** Each character the fonts lack, once: `U+20BB7`. */
  readonly unprintable: readonly string[];
}

/**
 * Says a character that a font of the report lacks by its code point, `〔U+20BB7〕`, instead of drawing the empty box of a
 * missing glyph: rare characters in names of people and companies must stay readable on an official paper.
 */
export function printableText(text: string, fonts: ReportFonts): PrintableText {
  const unprintable = new Set<string>();
  const characters = Array.from(text, (character) => {
    if (UNDRAWN.test(character) || isCovered(character, fonts)) return character;
    const name = codePointName(character);
    unprintable.add(name);
    return `〔${name}〕`;
  });
  return { text: characters.join(''), unprintable: [...unprintable] };
}

/** {@link printableText} for every string inside a value; its shape stays. */
export function printable<T>(value: T, fonts: ReportFonts): { value: T; unprintable: readonly string[] } {
  const unprintable = new Set<string>();
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const printed = printableText(part, fonts);
      for (const name of printed.unprintable) unprintable.add(name);
      return printed.text;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, walk(member)]));
  };
  // walk keeps the shape and replaces only texts by texts.
  return { value: walk(value) as T, unprintable: [...unprintable] };
}

function isCovered(character: string, { regular, bold }: ReportFonts): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return regular.hasGlyphForCodePoint(codePoint) && bold.hasGlyphForCodePoint(codePoint);
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
