import * as z from 'zod';
import { COUNTER, type DepartmentCount, histogramOf, PROCEDURE_COUNTS } from './counted.ts';
import type { CounterSet } from './tally.ts';
import { merged, quantile } from './working-days-histogram.ts';

const Count = z.int().nonnegative();
const WorkingDays = {
  /** Absent while nothing was done. */
  medianWorkingDays: Count.optional(),
  ninetiethPercentileWorkingDays: Count.optional(),
  /** How many took so many working days. */
  workingDays: z.array(z.strictObject({ workingDays: Count, count: Count })),
};
const Throughput = { submitted: Count, concluded: Count, withdrawn: Count };

/** A department's answers in a period. */
export const DepartmentFigures = z.strictObject({
  departmentId: z.string(),
  answered: Count,
  /** Of them, answered within the time that was promised first. */
  kept: Count,
  /** Questions that the office closed wholly unanswered. */
  unanswered: Count,
  /** Of answered and unanswered ones, to a tenth; absent where there are none. */
  keptPercent: z.number().min(0).max(100).optional(),
  ...WorkingDays,
  /** How often a due date passed. */
  overdue: Count,
  reminders: Count,
});
export type DepartmentFigures = z.infer<typeof DepartmentFigures>;

/** A procedure's cases in a period; `concluded` (办结) are those that ended with a document or a decision. */
export const ProcedureFigures = z.strictObject({
  workflow: z.string(),
  ...Throughput,
  ...WorkingDays,
  months: z.array(z.strictObject({ month: z.string(), ...Throughput })),
  /** Only those on which something happened. */
  days: z.array(z.strictObject({ on: z.iso.date(), ...Throughput })),
});
export type ProcedureFigures = z.infer<typeof ProcedureFigures>;

/** Departments, best first: by promises kept, then by how soon, then by how seldom overdue. */
export function departmentFigures(sets: readonly CounterSet[]): DepartmentFigures[] {
  return [...grouped(sets, ({ departmentId }) => departmentId)]
    .map(([departmentId, own]) => ownFigures(departmentId, own))
    .sort(
      (a, b) =>
        (b.keptPercent ?? -1) - (a.keptPercent ?? -1) ||
        (a.medianWorkingDays ?? Infinity) - (b.medianWorkingDays ?? Infinity) ||
        a.overdue - b.overdue ||
        (a.departmentId < b.departmentId ? -1 : 1),
    );
}

export function procedureFigures(sets: readonly CounterSet[]): ProcedureFigures[] {
  const own = sets.filter(({ departmentId }) => departmentId === undefined);
  return [...grouped(own, ({ workflow }) => workflow)].map(([workflow, months]) => {
    const days = months.flatMap(daysOf);
    return {
      workflow,
      ...throughput(days),
      ...workingDaysOf(months),
      months: months.map((set) => ({ month: set.month, ...throughput(daysOf(set)) })),
      days,
    };
  });
}

/** One department's, from its own counters alone. */
export function ownFigures(departmentId: string, sets: readonly CounterSet[]): DepartmentFigures {
  const sum = (count: DepartmentCount) =>
    sets.reduce((total, { counters }) => total + (counters.get(count) ?? 0), 0);
  const [answered, kept, unanswered] = [sum('answered'), sum('kept'), sum('unanswered')];
  const due = answered + unanswered;
  return {
    departmentId,
    answered,
    kept,
    unanswered,
    ...(due > 0 && { keptPercent: Math.round((kept * 1000) / due) / 10 }),
    ...workingDaysOf(sets),
    overdue: sum('overdue'),
    reminders: sum('reminders'),
  };
}

function workingDaysOf(sets: readonly CounterSet[]) {
  const histogram = merged(sets.map(({ counters }) => histogramOf(counters)));
  const median = quantile(histogram, 50);
  const ninetieth = quantile(histogram, 90);
  return {
    ...(median !== undefined && { medianWorkingDays: median }),
    ...(ninetieth !== undefined && { ninetiethPercentileWorkingDays: ninetieth }),
    workingDays: [...histogram]
      .sort(([a], [b]) => a - b)
      .map(([workingDays, count]) => ({ workingDays, count })),
  };
}

function daysOf({ month, counters }: CounterSet) {
  return Array.from({ length: 31 }, (_, index) => String(index + 1).padStart(2, '0'))
    .map((day) => {
      const count = (name: (typeof PROCEDURE_COUNTS)[number]) => counters.get(COUNTER.ofDay(name, day)) ?? 0;
      const [submitted, concluded, withdrawn] = [count('submitted'), count('concluded'), count('withdrawn')];
      return { on: `${month}-${day}`, submitted, concluded, withdrawn };
    })
    .filter((day) => PROCEDURE_COUNTS.some((name) => day[name] > 0));
}

function throughput(days: ReturnType<typeof daysOf>) {
  const sum = (name: (typeof PROCEDURE_COUNTS)[number]) => days.reduce((total, day) => total + day[name], 0);
  return { submitted: sum('submitted'), concluded: sum('concluded'), withdrawn: sum('withdrawn') };
}

function grouped(
  sets: readonly CounterSet[],
  by: (set: CounterSet) => string | undefined,
): Map<string, CounterSet[]> {
  const groups = new Map<string, CounterSet[]>();
  for (const set of sets) {
    const key = by(set);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), set]);
  }
  return groups;
}
