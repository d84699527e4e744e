import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedLines } from '../../../../functions/listing-certificate/report/balanced-lines.ts';
import { matrixBlocks } from '../../../../functions/listing-certificate/report/matrix-layout.ts';
import { CONTENT_WIDTH } from '../../../../functions/listing-certificate/report/page-flow.ts';
import { uprightColumns } from '../../../../functions/listing-certificate/report/upright-text.ts';

describe('the tables of the matrix', () => {
  it('show every field once, in order, within the width of the page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (fieldCount) => {
        const blocks = matrixBlocks(fieldCount);

        const shown = blocks.flatMap(({ firstField, fieldCount: columns }) =>
          Array.from({ length: columns }, (_, column) => firstField + column),
        );
        expect(shown).toEqual(Array.from({ length: fieldCount }, (_, field) => field));
        for (const { indexWidth, nameWidth, cellWidth, fieldCount: columns } of blocks) {
          expect(indexWidth + nameWidth + columns * cellWidth).toBeCloseTo(CONTENT_WIDTH);
          expect(nameWidth).toBeGreaterThanOrEqual(138 - 1e-9);
          expect(columns).toBeLessThanOrEqual(20);
        }
      }),
    );
  });

  it.each([
    [5, 'words'],
    [8, 'words'],
    [9, 'signs'],
    [20, 'signs'],
  ])('show %i fields in %s', (fieldCount, style) => {
    expect(matrixBlocks(fieldCount).map((block) => block.style)).toEqual([style]);
  });
});

describe('an upright heading', () => {
  it('stands in one column with upright brackets where it fits', () => {
    expect(uprightColumns('消防（含物业）', 12)).toEqual([[...'消防︵含物业︶']]);
  });

  it('is read from right to left in columns of equal length where it does not', () => {
    expect(uprightColumns('一二三四五', 3)).toEqual([
      ['四', '五'],
      ['一', '二', '三'],
    ]);
  });
});

describe('a level heading', () => {
  const widthOf = (text: string) => Array.from(text).length * 10;

  it.each([
    ['税务', 40, ['税务']],
    ['建筑市场监管', 40, ['建筑市', '场监管']],
    ['人力资源（劳动用工）', 60, ['人力资源', '（劳动用工）']],
  ])('%s within %i points is %j', (text, width, lines) => {
    expect(balancedLines(text, width, widthOf)).toEqual(lines);
  });
});
