import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantOf, grantWithout } from '../../../workflows/patent-funding/rules/grant.ts';
import { amountOf, withinYearCap } from '../../../workflows/patent-funding/rules/grant-amounts.ts';
import { patent, programme } from './samples.ts';

const total = (amounts: readonly number[]) => amounts.reduce((sum, fen) => sum + fen, 0);
const fen = fc.integer({ min: 0, max: 10_000_000 });
const share = fc.integer({ min: 1, max: 10_000 });

describe('the amount of one patent', () => {
  it.each([
    ['the amount of its kind, where the fees allow it', 2_000_000, 0, 500_000],
    ['half of the fees, where that is less', 350_000, 0, 175_000],
    ['rounded down to a whole fen', 100_001, 0, 50_000],
    ['less what was received elsewhere', 350_000, 75_000, 100_000],
    ['nothing, where more than the share was received', 350_000, 300_000, 0],
  ])('is %s', (_, feesFen, receivedElsewhereFen, expected) => {
    expect(amountOf('invention', { feesFen, receivedElsewhereFen }, programme())).toBe(expected);
  });

  it('is never negative, never above the amount of its kind, never above the share of the fees over all levels', () => {
    fc.assert(
      fc.property(fen, fen, share, fen, (feesFen, receivedElsewhereFen, feeShareBasisPoints, amountFen) => {
        const amounts = [{ kind: 'invention' as const, amountFen }];
        const fees = { feesFen, receivedElsewhereFen };
        const granted = amountOf('invention', fees, { amounts, feeShareBasisPoints });
        expect(Number.isSafeInteger(granted)).toBe(true);
        expect(granted).toBeGreaterThanOrEqual(0);
        expect(granted).toBeLessThanOrEqual(amountFen);
        if (granted > 0) {
          expect((granted + receivedElsewhereFen) * 10_000).toBeLessThanOrEqual(
            feesFen * feeShareBasisPoints,
          );
        }
      }),
    );
  });
});

describe('the cap of an enterprise and year', () => {
  it('lets the last that fits in part have that part, and those after it nothing', () => {
    expect(withinYearCap([400, 300, 200], 600)).toEqual([400, 200, 0]);
  });

  it('is never passed, and takes from nobody more than was computed', () => {
    fc.assert(
      fc.property(fc.array(fen), fen, (amounts, left) => {
        const granted = withinYearCap(amounts, left);
        expect(total(granted)).toBe(Math.min(total(amounts), left));
        granted.forEach((one, index) => {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(amounts[index] ?? 0);
        });
      }),
    );
  });

  it('pays an application that was split no more than one that was not', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fen)), fen, (parts, left) => {
        let used = 0;
        for (const part of parts) used += total(withinYearCap(part, left - used));
        expect(used).toBeLessThanOrEqual(total(withinYearCap(parts.flat(), left)));
      }),
    );
  });
});

describe('a grant', () => {
  it('without some patents is the sum of the others, each as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fen, fc.boolean())), (drawn) => {
        const rows = drawn.map(([amountFen], index) => patent({ number: String(index), amountFen }));
        const out = drawn.flatMap(([, excluded], index) => (excluded ? [String(index)] : []));
        const left = grantWithout(grantOf(rows), out);
        expect(left.amountFen).toBe(total(left.patents.map(({ amountFen }) => amountFen)));
        expect(left.patents.map(({ number }) => number)).toEqual(
          rows.map(({ number }) => number).filter((number) => !out.includes(number)),
        );
      }),
    );
  });
});
