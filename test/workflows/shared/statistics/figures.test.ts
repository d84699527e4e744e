import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '../../../../functions/shared/store/official-calendar.ts';
import { deadlineOf } from '../../../../workflows/shared/deadline/task-clock.ts';
import type { Counted } from '../../../../workflows/shared/statistics/counted.ts';
import { departmentFigures, procedureFigures } from '../../../../workflows/shared/statistics/figures.ts';
import { Tally } from '../../../../workflows/shared/statistics/tally.ts';
import { quantile } from '../../../../workflows/shared/statistics/working-days-histogram.ts';
import { workingDaysTaken } from '../../../../workflows/shared/statistics/working-days-taken.ts';

const calendar = publishedCalendar();
const plus = (on: string, days: number) =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

describe('working days taken', () => {
  it.each<[string, string, [string, string][], number, string]>([
    ['2026-11-23', '2026-11-23', [], 0, 'done on the day it began'],
    ['2026-11-23', '2026-11-24', [], 1, 'done on the next'],
    ['2026-11-20', '2026-11-23', [], 1, 'over a weekend'],
    ['2026-11-23', '2026-11-30', [['2026-11-25', '2026-11-27']], 3, 'a supplement of two days'],
    ['2026-09-28', '2026-10-10', [], 5, 'over 国庆节, to a Saturday that is worked'],
  ])('from %s to %s, paused %j, are %i (%s)', (fromOn, untilOn, pauses, expected, _why) => {
    const told = pauses.map(([from, until]) => ({ fromOn: from, untilOn: until }));
    expect(workingDaysTaken(calendar, { fromOn, until: `${untilOn}T09:00:00+08:00`, pauses: told })).toBe(
      expected,
    );
  });

  it('are at the due date what was promised, whatever the pauses', () => {
    const pause = fc.tuple(fc.nat(40), fc.nat(20)).map(([from, length]) => {
      const fromOn = plus('2026-01-05', from);
      return { fromOn, untilOn: plus(fromOn, length) };
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(pause, { maxLength: 3 }), (promised, pauses) => {
        const fromOn = '2026-01-05';
        const clock = { fromOn, workingDays: promised, pauses };
        const { dueAt } = deadlineOf(calendar, clock, { percents: [50], atLocalTime: '09:00' });
        expect(workingDaysTaken(calendar, { fromOn, until: dueAt, pauses })).toBe(promised);
      }),
    );
  });
});

it('a quantile is the element at its nearest rank in the sorted list', () => {
  const days = fc.array(fc.nat(30), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 100 }), (list, percent) => {
      const histogram = new Map<number, number>();
      for (const one of list) histogram.set(one, (histogram.get(one) ?? 0) + 1);
      const sorted = [...list].sort((a, b) => a - b);
      expect(quantile(histogram, percent)).toBe(sorted[Math.ceil((percent * list.length) / 100) - 1]);
    }),
  );
});

describe('figures', () => {
  const tally = new Tally();
  const count = (counted: Partial<Counted>, ...counters: string[]) =>
    tally.count({ month: '2026-11', workflow: 'listing-certificate', counters, ...counted });
  for (const days of [1, 2, 2, 5]) count({ departmentId: 'tax' }, 'answered', 'kept', `workingDays#${days}`);
  count({ departmentId: 'tax', month: '2026-12' }, 'answered', 'workingDays#9');
  count({ departmentId: 'tax', month: '2026-12' }, 'unanswered');
  count({ departmentId: 'tax', workflow: 'listing-objection' }, 'reminders');
  count({ departmentId: 'customs' }, 'answered', 'kept', 'workingDays#3');
  count({ departmentId: 'fire' }, 'overdue');
  count({}, 'submitted#23');
  count({}, 'submitted#23');
  count({}, 'concluded#30', 'workingDays#5');
  count({ month: '2026-12' }, 'withdrawn#01');

  it('rank departments by promises kept; who answered nothing comes last', () => {
    expect(departmentFigures(tally.sets())).toEqual([
      {
        workingDays: [{ workingDays: 3, count: 1 }],
        ...{ departmentId: 'customs', answered: 1, kept: 1, unanswered: 0, keptPercent: 100 },
        ...{ medianWorkingDays: 3, ninetiethPercentileWorkingDays: 3, overdue: 0, reminders: 0 },
      },
      {
        workingDays: [1, 2, 5, 9].map((workingDays) => ({ workingDays, count: workingDays === 2 ? 2 : 1 })),
        ...{ departmentId: 'tax', answered: 5, kept: 4, unanswered: 1, keptPercent: 66.7 },
        ...{ medianWorkingDays: 2, ninetiethPercentileWorkingDays: 9, overdue: 0, reminders: 1 },
      },
      {
        departmentId: 'fire',
        answered: 0,
        kept: 0,
        unanswered: 0,
        workingDays: [],
        overdue: 1,
        reminders: 0,
      },
    ]);
  });

  it('tell the throughput of a procedure by day and by month', () => {
    const none = { submitted: 0, concluded: 0, withdrawn: 0 };
    expect(procedureFigures(tally.sets())).toEqual([
      {
        workflow: 'listing-certificate',
        ...{ submitted: 2, concluded: 1, withdrawn: 1 },
        workingDays: [{ workingDays: 5, count: 1 }],
        ...{ medianWorkingDays: 5, ninetiethPercentileWorkingDays: 5 },
        months: [
          { month: '2026-11', submitted: 2, concluded: 1, withdrawn: 0 },
          { month: '2026-12', ...none, withdrawn: 1 },
        ],
        days: [
          { on: '2026-11-23', ...none, submitted: 2 },
          { on: '2026-11-30', ...none, concluded: 1 },
          { on: '2026-12-01', ...none, withdrawn: 1 },
        ],
      },
    ]);
  });
});
