import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isRead,
  NOTHING_READ,
  unreadOf,
  withRead,
} from '../../../../workflows/shared/notifications/inbox.ts';

describe('what a person has read of an inbox', () => {
  it('is exactly what was marked, however it was marked, and its count fits', () => {
    const act = fc.record({ upTo: fc.nat(40), also: fc.array(fc.integer({ min: 1, max: 40 })) });
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const marked = new Set<number>();
        let marks = NOTHING_READ;
        for (const { upTo, also } of acts) {
          marks = withRead(marks, upTo, also);
          for (let one = 1; one <= upTo; one++) marked.add(one);
          for (const one of also) marked.add(one);
        }
        const all = Array.from({ length: 40 }, (_, index) => index + 1);
        expect(all.filter((one) => isRead(marks, one))).toEqual(all.filter((one) => marked.has(one)));
        expect(unreadOf(40, marks)).toBe(40 - marked.size);
      }),
    );
  });

  it('stays small where messages are read one after the other', () => {
    const marks = [1, 2, 3, 4].reduce((read, one) => withRead(read, 0, [one]), NOTHING_READ);
    expect(marks).toEqual({ readUpTo: 4, readAlso: [] });
  });
});
