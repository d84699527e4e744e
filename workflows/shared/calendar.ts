import * as z from 'zod';
import { localDateOf, OfficialYear } from './working-days.ts';

const Instant = z.iso.datetime({ offset: true });

/** A published year as it is kept: loaded by the office, or shipped with the platform. */
export const LoadedYear = z.strictObject({
  calendar: OfficialYear,
  /** 1 for the first of its year; a correction is the next. */
  version: z.int().positive(),
  /** Absent where it was shipped with the platform. */
  loadedAt: Instant.optional(),
});
export type LoadedYear = z.infer<typeof LoadedYear>;

/** The chain of audit entries about the calendar of a year: it is verified and exported like that of a case. */
export function calendarChainId(year: number): string {
  return `calendar-${year}`;
}

/** A due date that a loaded calendar moved, as it was and as it is since. */
export const MovedDueDate = z.strictObject({
  caseId: z.string().min(1),
  caseNumber: z.string().min(1),
  workflow: z.string().min(1),
  departmentId: z.string().min(1),
  taskId: z.string().min(1),
  /** Where it is the applicant's time for a supplement; absent where it is the department's own. */
  supplementId: z.string().min(1).optional(),
  from: Instant,
  dueAt: Instant,
  /** It runs into another year that is not published yet. */
  dueProvisional: z.boolean(),
  /** The calendar that moved it. */
  year: OfficialYear.shape.year,
  version: LoadedYear.shape.version,
  movedAt: Instant,
});
export type MovedDueDate = z.infer<typeof MovedDueDate>;

/** The calendar that a due date computed anew is owed to: of the years its time runs through, the one that was loaded last. */
export function calendarBehind(
  years: readonly LoadedYear[],
  fromOn: string,
  dueDates: readonly string[],
): LoadedYear | undefined {
  const first = yearOf(fromOn);
  const last = Math.max(...dueDates.map((dueAt) => yearOf(localDateOf(new Date(dueAt)))));
  return years
    .filter(({ calendar: { year }, loadedAt }) => loadedAt !== undefined && year >= first && year <= last)
    .toSorted((a, b) => Date.parse(b.loadedAt ?? '') - Date.parse(a.loadedAt ?? ''))[0];
}

const yearOf = (on: string) => Number(on.slice(0, 4));
