import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usccCheck, usccCheckCharacter } from '../../../workflows/shared/uscc.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const codes = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join('') + usccCheckCharacter(characters.join('')));

describe('a unified social credit code', () => {
  it.each([
    ['91350100M000100Y43', 'valid'],
    ['91350100M000100Y44', 'wrong-check-character'],
    ['91350100M000100Y34', 'wrong-check-character'],
    ['91350100M000100Y4', 'malformed'],
    ['91350100M000100Y433', 'malformed'],
    ['91350100m000100y43', 'malformed'],
    ['91350100M000100I43', 'malformed'],
    ['', 'malformed'],
  ])('%s is %s', (uscc, expected) => {
    expect(usccCheck(uscc)).toBe(expected);
  });

  it('with one character changed is never valid', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, index, other) => {
        fc.pre(code[index] !== other);
        expect(usccCheck(code)).toBe('valid');
        expect(usccCheck(code.slice(0, index) + other + code.slice(index + 1))).toBe('wrong-check-character');
      }),
    );
  });
});
