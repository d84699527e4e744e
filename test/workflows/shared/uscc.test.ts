import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUscc, usccCheckCharacter } from '../../../workflows/shared/identifiers.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const codes = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join('') + usccCheckCharacter(characters.join('')));

describe('a unified social credit code', () => {
  it.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    ['91350100M000100Y34', false],
    ['91350100M000100Y4', false],
    ['91350100M000100Y433', false],
    ['91350100m000100y43', false],
    ['91350100M000100I43', false],
    ['', false],
  ])('%s is right: %s', (uscc, expected) => {
    expect(isUscc(uscc)).toBe(expected);
  });

  it('with one character changed is never valid', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, index, other) => {
        fc.pre(code[index] !== other);
        expect(isUscc(code)).toBe(true);
        expect(isUscc(code.slice(0, index) + other + code.slice(index + 1))).toBe(false);
      }),
    );
  });
});
