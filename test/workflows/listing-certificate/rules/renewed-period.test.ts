import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renewedPeriod } from '../../../../workflows/listing-certificate/renewal/rules/renewed-period.ts';
import { periodFaults } from '../../../../workflows/listing-certificate/rules/period-faults.ts';
import { daysAfter } from '../../../../workflows/shared/working-days.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => daysAfter('2010-01-01', days));

describe('the period of a renewal', () => {
  it.each([
    ['2023-11-01', '2026-10-31', '2026-11-23', '2023-11-01', false],
    ['2021-11-23', '2026-10-31', '2026-11-23', '2021-11-23', false],
    ['2021-11-22', '2026-10-31', '2026-11-23', '2021-11-23', true],
    ['2019-01-01', '2023-12-31', '2028-02-29', '2023-03-01', true],
  ])('of %s to %s, renewed on %s, begins on %s', (fromOn, toOn, todayOn, begins, startMoved) => {
    expect(renewedPeriod({ fromOn, toOn }, todayOn, 5)).toEqual({
      period: { fromOn: begins, toOn: todayOn },
      startMoved,
    });
  });

  it('is none where the first reaches today', () => {
    expect(renewedPeriod({ fromOn: '2023-11-01', toOn: '2026-11-23' }, '2026-11-23', 5)).toBeUndefined();
  });

  it('always fits the rules, never begins before the first, and could not begin a day earlier', () => {
    fc.assert(
      fc.property(day, day, day, fc.integer({ min: 1, max: 10 }), (one, two, three, maximumYears) => {
        const [fromOn = '', toOn = '', todayOn = ''] = [one, two, three].sort();
        const renewed = renewedPeriod({ fromOn, toOn }, todayOn, maximumYears);
        if (renewed === undefined) {
          expect(toOn).toBe(todayOn);
          return;
        }
        const { period, startMoved } = renewed;
        expect(periodFaults(period, todayOn, maximumYears)).toEqual([]);
        expect(period.fromOn >= fromOn).toBe(true);
        expect(startMoved).toBe(period.fromOn !== fromOn);
        const earlier = { ...period, fromOn: daysAfter(period.fromOn, -1) };
        if (startMoved) expect(periodFaults(earlier, todayOn, maximumYears)).not.toEqual([]);
      }),
    );
  });
});
