import { describe, expect, it } from 'vitest';
import { differences } from '../../portal/src/parts/differences.ts';

const said = (before: unknown, after: unknown) =>
  differences(before, after).map(({ path, before: old, after: present }) => [path.join('.'), old, present]);

describe('what two versions say differently', () => {
  it.each([
    ['nothing', { a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, []],
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, [['a.b', '1', '2']]],
    [
      'what came and what went',
      { old: 1 },
      { present: 2 },
      [
        ['present', undefined, '2'],
        ['old', '1', undefined],
      ],
    ],
    ['a list as a whole', { a: ['x'] }, { a: ['x', 'y'] }, [['a', 'x', 'x、y']]],
    [
      'entries of a list by their name, wherever they stand',
      {
        budgets: [
          { year: 2025, fen: 1 },
          { year: 2026, fen: 2 },
        ],
      },
      {
        budgets: [
          { year: 2026, fen: 3 },
          { year: 2025, fen: 1 },
        ],
      },
      [['budgets.2026.fen', '2', '3']],
    ],
    ['entries without a name by their place', [{ a: 1 }], [{ a: 2 }], [['1.a', '1', '2']]],
    [
      'a text in both languages as one',
      { t: { zh: '甲', en: 'a' } },
      { t: { zh: '乙', en: 'a' } },
      [['t', '甲 / a', '乙 / a']],
    ],
  ])('is %s', (_, before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
  });
});
