import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '../../../functions/shared/store/official-calendar.ts';
import {
  addWorkingDays,
  endOfDay,
  isWorkingDay,
  localDateOf,
  localInstant,
  type OfficialYear,
  officialCalendar,
} from '../../../workflows/shared/working-days.ts';

const calendar = publishedCalendar();

describe('the published calendars', () => {
  /** 国务院办公厅关于2026年部分节假日安排的通知, read day by day. */
  it.each([
    ['2026-01-01', false, '元旦'],
    ['2026-01-02', false, '元旦'],
    ['2026-01-04', true, 'a Sunday worked for 元旦'],
    ['2026-02-14', true, 'a Saturday worked for 春节'],
    ['2026-02-16', false, '春节'],
    ['2026-02-23', false, '春节'],
    ['2026-02-24', true, 'the day after 春节'],
    ['2026-02-28', true, 'a Saturday worked for 春节'],
    ['2026-04-06', false, '清明节'],
    ['2026-05-05', false, '劳动节'],
    ['2026-05-09', true, 'a Saturday worked for 劳动节'],
    ['2026-06-19', false, '端午节'],
    ['2026-09-20', true, 'a Sunday worked for 国庆节'],
    ['2026-09-25', false, '中秋节'],
    ['2026-10-07', false, '国庆节'],
    ['2026-10-10', true, 'a Saturday worked for 国庆节'],
    ['2026-11-21', false, 'a common Saturday'],
    ['2026-11-23', true, 'a common Monday'],
  ])('say of %s that people work: %s (%s)', (on, expected) => {
    expect(isWorkingDay(calendar, on)).toBe(expected);
  });

  it('cover 2022 to 2026 and no more', () => {
    expect([...calendar.years]).toEqual([2022, 2023, 2024, 2025, 2026]);
  });
});

describe('adding working days', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24', 'the next day'],
    ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
    ['2026-11-21', 1, '2026-11-23', 'from a day off'],
    ['2026-09-30', 1, '2026-10-08', 'over 国庆节'],
    ['2026-09-30', 3, '2026-10-10', 'to a Saturday worked'],
    ['2026-02-13', 1, '2026-02-14', 'to a Saturday worked before 春节'],
    ['2026-02-13', 2, '2026-02-24', 'over 春节'],
    ['2025-12-31', 1, '2026-01-04', 'over 元旦 to a Sunday worked'],
  ])('%s and %d days is %s (%s)', (fromOn, workingDays, dueOn) => {
    expect(addWorkingDays(calendar, fromOn, workingDays)).toEqual({ dueOn, provisional: false });
  });

  it('is provisional as soon as it counts a day of an unpublished year', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual({ dueOn: '2026-12-31', provisional: false });
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toEqual({ dueOn: '2027-01-01', provisional: true });
    expect(addWorkingDays(calendar, '2021-12-31', 1).provisional).toBe(false);
    expect(addWorkingDays(calendar, '2021-12-30', 1).provisional).toBe(true);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %s days', (workingDays) => {
    expect(() => addWorkingDays(calendar, '2026-11-23', workingDays)).toThrow(RangeError);
  });

  const days = fc
    .date({ min: new Date('2022-01-01'), max: new Date('2026-10-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const counts = fc.integer({ min: 1, max: 30 });

  it('never lands on a day off, and more days are never sooner', () => {
    fc.assert(
      fc.property(days, counts, (fromOn, count) => {
        const { dueOn } = addWorkingDays(calendar, fromOn, count);
        expect(isWorkingDay(calendar, dueOn)).toBe(true);
        expect(addWorkingDays(calendar, fromOn, count + 1).dueOn > dueOn).toBe(true);
      }),
    );
  });

  it('in two parts is the same as at once, and starting later is never due sooner', () => {
    fc.assert(
      fc.property(days, counts, counts, (fromOn, first, second) => {
        const halfway = addWorkingDays(calendar, fromOn, first).dueOn;
        const atOnce = addWorkingDays(calendar, fromOn, first + second).dueOn;
        expect(addWorkingDays(calendar, halfway, second).dueOn).toBe(atOnce);
        expect(addWorkingDays(calendar, halfway, first).dueOn >= halfway).toBe(true);
      }),
    );
  });

  it('counts exactly so many working days between', () => {
    fc.assert(
      fc.property(days, counts, (fromOn, count) => {
        const { dueOn } = addWorkingDays(calendar, fromOn, count);
        let worked = 0;
        for (let at = Date.parse(fromOn) + 86_400_000; at <= Date.parse(dueOn); at += 86_400_000)
          if (isWorkingDay(calendar, new Date(at).toISOString().slice(0, 10))) worked++;
        expect(worked).toBe(count);
      }),
    );
  });
});

describe('a calendar', () => {
  const year = (change: Partial<OfficialYear> = {}): OfficialYear => ({
    year: 2026,
    source: 'a notice',
    daysOff: [],
    makeUpWorkdays: [],
    ...change,
  });

  it('is refused where a year stands twice or a date is of another year', () => {
    expect(() => officialCalendar([year(), year()])).toThrow('stands twice');
    expect(() => officialCalendar([year({ daysOff: ['2027-01-01'] })])).toThrow('2027-01-01');
  });
});

describe('time in Asia/Shanghai', () => {
  it.each([
    ['2026-11-23T15:59:59Z', '2026-11-23', '2026-11-23T23:59:59+08:00'],
    ['2026-11-23T16:00:00Z', '2026-11-24', '2026-11-24T00:00:00+08:00'],
    ['2026-12-31T16:00:00Z', '2027-01-01', '2027-01-01T00:00:00+08:00'],
  ])('%s is %s there', (instant, on, local) => {
    expect(localDateOf(new Date(instant))).toBe(on);
    expect(localInstant(new Date(instant))).toBe(local);
    expect(Date.parse(localInstant(new Date(instant)))).toBe(Date.parse(instant));
  });

  it('ends a day one second before the next', () => {
    expect(localDateOf(new Date(endOfDay('2026-11-23')))).toBe('2026-11-23');
    expect(localDateOf(new Date(Date.parse(endOfDay('2026-11-23')) + 1000))).toBe('2026-11-24');
  });
});
