import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableCode } from '../../../workflows/listing-certificate/rules/verification-code.ts';
import { maskedName, maskedUscc } from '../../../workflows/shared/masking.ts';

describe('masking', () => {
  it.each([
    ['重庆启元精密仪器股份有限公司', '重庆＊＊＊＊＊＊＊＊有限公司'],
    ['启元科技', '启＊＊技'],
    ['𠮷野家', '𠮷＊家'],
  ])('shows %s as %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });

  it('hides at least a third of every name of three characters or more', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 200, unit: 'grapheme' }), (name) => {
        const characters = Array.from(name);
        const hidden = Array.from(maskedName(name)).filter((character) => character === '＊').length;
        expect(hidden).toBeGreaterThanOrEqual(Math.floor(characters.length / 3));
      }),
    );
  });

  it('shows four characters at each end of a USCC', () => {
    expect(maskedUscc('91350100M000100Y43')).toBe('9135**********0Y43');
  });
});

describe('a verification code', () => {
  it.each(['K7QM-3XRT-9PWD', 'k7qm3xrt9pwd', ' K7QM 3XRT 9PWD ', 'Ｋ７ＱＭ－３ＸＲＴ－９ＰＷＤ'])(
    'is the same typed as %s',
    (typed) => {
      expect(comparableCode(typed)).toBe('K7QM3XRT9PWD');
    },
  );
});
