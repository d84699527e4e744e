import type { Statistics } from '../office-routes.ts';
import { departmentFigures, procedureFigures } from './figures.ts';
import { monthsOf } from './month.ts';
import type { CounterSet } from './tally.ts';

/** One figure that is not what the audit comes to. */
export interface Difference {
  /** As `departments/tax/answered`. */
  readonly figure: string;
  readonly stated: number;
  readonly recounted: number;
}

/** Every figure of a reply of GET /v1/office/statistics held against the counters that a recount of the audit came to. */
export function reconcile(stated: Statistics, recounted: readonly CounterSet[]): Difference[] {
  const months = new Set(monthsOf(stated.fromMonth, stated.toMonth));
  const { procedure } = stated;
  const sets = recounted.filter(
    ({ month, workflow }) => months.has(month) && (procedure === undefined || workflow === procedure),
  );
  const told = new Map([
    ...flat('departments', stated.departments),
    ...flat('procedures', stated.procedures),
  ]);
  const found = new Map([
    ...flat('departments', departmentFigures(sets)),
    ...flat('procedures', procedureFigures(sets)),
  ]);
  return [...new Set([...told.keys(), ...found.keys()])]
    .map((figure) => ({ figure, stated: told.get(figure) ?? 0, recounted: found.get(figure) ?? 0 }))
    .filter((one) => one.stated !== one.recounted)
    .sort((a, b) => (a.figure < b.figure ? -1 : 1));
}

/** What names the rows of a list; the place in the league follows from the figures. */
const NAMES = ['departmentId', 'workflow', 'month', 'on', 'workingDays'] as const;
const NO_FIGURES: ReadonlySet<string> = new Set([...NAMES, 'rank']);

function flat(path: string, value: unknown): [string, number][] {
  if (Array.isArray(value)) return value.flatMap((row) => flat(`${path}/${nameOf(row)}`, row));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    if (typeof part === 'number') return NO_FIGURES.has(name) ? [] : [[`${path}/${name}`, part]];
    return flat(`${path}/${name}`, part);
  });
}

function nameOf(row: Record<string, unknown>): string {
  const name = NAMES.find((one) => ['string', 'number'].includes(typeof row[one]));
  return String(name && row[name]);
}
