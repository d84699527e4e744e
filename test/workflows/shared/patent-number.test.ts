import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPatentNumber, isPatentNumber } from '../../../workflows/shared/identifiers.ts';

describe('a patent number', () => {
  it.each([
    ['201310699744.2', '2013106997442', true],
    ['ZL201310699744.2', '2013106997442', true],
    ['zl 2013 1069 9744.2', '2013106997442', true],
    ['CN201310699744.2', '2013106997442', true],
    ['201310699744.3', '2013106997443', false],
    ['201350699744.2', '2013506997442', false],
    ['20131069974.2', '201310699742', false],
    ['', '', false],
  ])('%s has the one form %s and is right: %s', (text, canonical, expected) => {
    expect(canonicalPatentNumber(text)).toBe(canonical);
    expect(isPatentNumber(canonical)).toBe(expected);
  });

  it('writes the check digit 10 as X', () => {
    // 2*2 + 0*3 + 2*4 + 4*5 + 1*6 + 1*5 = 43 = 3 * 11 + 10
    expect(isPatentNumber('202410000001X')).toBe(true);
  });

  it('has exactly one right check digit', () => {
    const twelve = fc
      .tuple(fc.integer({ min: 2003, max: 2026 }), fc.constantFrom(1, 2, 3, 8, 9), fc.nat(9_999_999))
      .map(([year, kind, serial]) => `${year}${kind}${String(serial).padStart(7, '0')}`);
    fc.assert(
      fc.property(twelve, (digits) => {
        expect([...'0123456789X'].filter((check) => isPatentNumber(digits + check))).toHaveLength(1);
      }),
    );
  });
});
