import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusedError } from '../../../../functions/shared/errors.ts';
import { decodeCursor, encodeCursor } from '../../../../functions/shared/store/cursor.ts';

const positions = fc.string({ minLength: 1, maxLength: 400 });

describe('a cursor', () => {
  it('leads back to its place in its own list', () => {
    fc.assert(
      fc.property(fc.string(), positions, (list, position) => {
        expect(decodeCursor(list, encodeCursor(list, position))).toBe(position);
      }),
    );
  });

  it('is refused in every other list', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), positions, (list, other, position) => {
        fc.pre(list !== other);
        expect(() => decodeCursor(other, encodeCursor(list, position))).toThrow(RefusedError);
      }),
    );
  });

  it('is refused, and never fails otherwise, where it is anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), (text) => {
        expect(() => decodeCursor('list', text)).toThrow(RefusedError);
      }),
    );
  });
});
