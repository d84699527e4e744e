import { describe, expect, it } from 'vitest';
import { reportFonts } from '../../../../functions/listing-certificate/report/fonts.ts';
import { printableText } from '../../../../functions/listing-certificate/report/printable-text.ts';
import { REPORT_FORM } from '../../../../functions/listing-certificate/report/report-form.ts';
import catalogue from '../../../../seeds/listing-certificate/catalogue.json' with { type: 'json' };
import ruleSets from '../../../../seeds/listing-certificate/rule-sets.json' with { type: 'json' };
import { sampleFacts } from '../sample-facts.ts';
import { drawnAsOutlines, missingGlyph, setAsText, type Weight } from './glyph-sheet.ts';
import { difference, inkInside } from './rendered-page.ts';

/** Characters of names that smaller fonts lack. */
const RARE = '䶮犇堃靐龘喆祎翀赟镕淼㛃㵑';
/** Not in Noto Sans SC: the first character of 𠮷野家. */
const ABSENT = '𠮷';

const CHARACTERS = [
  ...new Set(JSON.stringify([REPORT_FORM, sampleFacts(30, 20), catalogue, ruleSets]) + RARE),
].filter((character) => character.trim() !== '');

describe.each<Weight>(['regular', 'bold'])('the embedded %s font', (weight) => {
  it('draws every character of form, catalogue and facts as the original font does', async () => {
    const [set, outlines] = await Promise.all([
      setAsText(CHARACTERS, weight),
      drawnAsOutlines(CHARACTERS, weight),
    ]);

    const wrong = CHARACTERS.filter((_, index) => {
      const [one, other] = [set[index], outlines[index]];
      return !one || !other || inkInside(one) === 0 || difference(one, other) > 0.15;
    });
    expect(wrong).toEqual([]);
  });

  it('draws no rare name as the box of a missing glyph', async () => {
    const names = Array.from(RARE);

    const [set, missing] = await Promise.all([setAsText(names, weight), missingGlyph(weight)]);

    for (const drawn of set) expect(difference(drawn, missing)).toBeGreaterThan(0.3);
  });

  it('would draw a character it lacks as that box, which the comparison sees', async () => {
    const [[absent], missing] = await Promise.all([setAsText([ABSENT], weight), missingGlyph(weight)]);

    expect(absent && difference(absent, missing)).toBeLessThan(0.15);
  });
});

describe('a text for the report', () => {
  it('says a character that the fonts lack by its code point and reports it', () => {
    expect(printableText('重庆𠮷野家餐饮有限公司', reportFonts())).toEqual({
      text: '重庆〔U+20BB7〕野家餐饮有限公司',
      unprintable: ['U+20BB7'],
    });
  });

  it('keeps rare characters that the fonts have', () => {
    expect(printableText(RARE, reportFonts())).toEqual({ text: RARE, unprintable: [] });
  });
});
