import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '../../../../functions/shared/store/official-calendar.ts';
import { deadlineOf, type Pause } from '../../../../workflows/shared/deadline/task-clock.ts';
import { addWorkingDays, isWorkingDay } from '../../../../workflows/shared/working-days.ts';

const calendar = publishedCalendar();
const REMINDERS = { percents: [50, 80], atLocalTime: '09:00' };
const dueOn = (fromOn: string, workingDays: number, pauses: Pause[] = []) =>
  deadlineOf(calendar, { fromOn, workingDays, pauses }, REMINDERS).dueAt.slice(0, 10);

const DAY_MS = 86_400_000;
const plus = (on: string, days: number) =>
  new Date(Date.parse(on) + days * DAY_MS).toISOString().slice(0, 10);
/** Working days from `fromOn`, inclusive, to `untilOn`, exclusive. */
const workingDaysIn = ({ fromOn, untilOn }: Pause) => {
  let count = 0;
  for (let on = fromOn; on < untilOn; on = plus(on, 1)) if (isWorkingDay(calendar, on)) count++;
  return count;
};

describe('the time of a question', () => {
  it.each<[string, number, [string, string][], string, string]>([
    ['2026-11-23', 5, [], '2026-11-30', 'over a weekend'],
    ['2026-11-23', 5, [['2026-11-25', '2026-11-25']], '2026-11-30', 'asked and answered on one day'],
    ['2026-11-23', 5, [['2026-11-25', '2026-11-27']], '2026-12-02', 'Wednesday to Friday: two days lost'],
    ['2026-11-23', 5, [['2026-11-27', '2026-11-30']], '2026-12-01', 'over a weekend: Friday lost'],
    ['2026-11-23', 5, [['2026-11-28', '2026-11-30']], '2026-11-30', 'a weekend alone: nothing lost'],
    [
      '2026-11-23',
      5,
      [['2026-11-30', '2026-12-05']],
      '2026-12-07',
      'asked on the last day, answered on a Saturday',
    ],
    ['2026-09-28', 3, [['2026-09-29', '2026-10-08']], '2026-10-10', 'over 国庆节, to a Saturday worked'],
    [
      '2026-11-23',
      5,
      [
        ['2026-11-24', '2026-11-25'],
        ['2026-11-26', '2026-11-30'],
      ],
      '2026-12-03',
      'two rounds: three days lost',
    ],
  ])('%s and %d days, paused %j, is %s (%s)', (fromOn, days, pauses, expected) => {
    const told = pauses.map(([from, until]) => ({ fromOn: from, untilOn: until }));
    expect(dueOn(fromOn, days, told)).toBe(expected);
  });

  it.each([
    [1, '2026-11-24', '2026-11-24'],
    [2, '2026-11-24', '2026-11-25'],
    [3, '2026-11-25', '2026-11-26'],
    [5, '2026-11-26', '2026-11-27'],
    [10, '2026-11-30', '2026-12-03'],
  ])('reminds, of %d days, on the morning of %s and of %s', (workingDays, half, most) => {
    const { clock } = deadlineOf(calendar, { fromOn: '2026-11-23', workingDays, pauses: [] }, REMINDERS);
    expect(clock.reminders).toEqual([
      { percent: 50, at: `${half}T09:00:00+08:00` },
      { percent: 80, at: `${most}T09:00:00+08:00` },
    ]);
  });

  it('moves reminders with the due date and leaves those that were sent', () => {
    const sent = { percent: 50, at: '2026-11-26T09:00:00+08:00', sentAt: '2026-11-26T09:00:01+08:00' };
    const { clock } = deadlineOf(
      calendar,
      {
        fromOn: '2026-11-23',
        workingDays: 5,
        pauses: [{ fromOn: '2026-11-26', untilOn: '2026-11-30' }],
        reminders: [sent, { percent: 80, at: '2026-11-27T09:00:00+08:00' }],
      },
      REMINDERS,
    );
    expect(clock.reminders).toEqual([sent, { percent: 80, at: '2026-12-01T09:00:00+08:00' }]);
  });

  it('is provisional where a counted day lies in an unpublished year, and firm once that year is known', () => {
    const counted = { fromOn: '2026-12-28', workingDays: 5, pauses: [] };
    expect(deadlineOf(calendar, counted, REMINDERS)).toMatchObject({
      dueAt: '2027-01-04T23:59:59+08:00',
      dueProvisional: true,
    });
    const known = {
      years: new Set([...calendar.years, 2027]),
      daysOff: new Set([...calendar.daysOff, '2027-01-01']),
      makeUpWorkdays: new Set([...calendar.makeUpWorkdays, '2027-01-03']),
    };
    expect(deadlineOf(known, counted, REMINDERS)).toMatchObject({
      dueAt: '2027-01-04T23:59:59+08:00',
      dueProvisional: false,
    });
  });

  const days = fc
    .date({ min: new Date('2022-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const counts = fc.integer({ min: 1, max: 40 });

  it('never ends on a day off, and more days are never sooner', () => {
    fc.assert(
      fc.property(days, counts, counts, (fromOn, count, more) => {
        const due = dueOn(fromOn, count);
        expect(isWorkingDay(calendar, due)).toBe(true);
        expect(dueOn(fromOn, count + more) > due).toBe(true);
        expect(dueOn(plus(fromOn, more), count) >= due).toBe(true);
      }),
    );
  });

  it('moves by exactly the working days that a pause lost', () => {
    fc.assert(
      fc.property(
        days,
        counts,
        fc.nat(60),
        fc.array(fc.nat(30), { maxLength: 3 }),
        (fromOn, count, later, lengths) => {
          let due = dueOn(fromOn, count);
          let asked = plus(fromOn, 1 + later);
          const pauses: Pause[] = [];
          for (const length of lengths) {
            if (asked > due) break;
            const pause = { fromOn: asked, untilOn: plus(asked, length) };
            const lost = workingDaysIn(pause);
            pauses.push(pause);
            const moved = dueOn(fromOn, count, pauses);
            expect(moved).toBe(lost === 0 ? due : addWorkingDays(calendar, due, lost).dueOn);
            // Whoever is answered on a day has at least what is left of it.
            expect(moved >= pause.untilOn).toBe(true);
            due = moved;
            asked = plus(pause.untilOn, 1);
          }
        },
      ),
    );
  });
});
