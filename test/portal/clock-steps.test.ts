import { describe, expect, it } from 'vitest';
import { untilNextDue, untilNextWorkingDay } from '../../portal/src/shell/clock-steps.ts';
import { officialCalendar } from '../../workflows/shared/working-days.ts';

const calendar = officialCalendar([
  { year: 2027, source: '虚构的通知，仅供测试', daysOff: ['2027-01-01'], makeUpWorkdays: ['2027-01-03'] },
]);

describe('the clock of a demonstration', () => {
  it.each([
    ['over a holiday to a Sunday that is worked', '2026-12-31T09:00:00+08:00', 72],
    ['to the next morning', '2027-01-04T21:00:00+08:00', 12],
    ['to tomorrow, late at night in China and yesterday elsewhere', '2027-01-05T01:00:00+08:00', 32],
  ])('goes %s', (_what, now, hours) => {
    expect(untilNextWorkingDay(calendar, new Date(now))).toBe(`PT${hours * 3600}S`);
  });

  it('goes just past the first of the due dates ahead, or nowhere', () => {
    const now = new Date('2027-01-04T09:00:00+08:00');
    const due = ['2027-01-08T23:59:59+08:00', '2027-01-04T23:59:59+08:00', '2027-01-01T23:59:59+08:00'];
    expect(untilNextDue(due, now)).toBe(`PT${15 * 3600}S`);
    expect(untilNextDue(due.slice(2), now)).toBeUndefined();
  });
});
