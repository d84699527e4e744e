import * as z from 'zod';
import { OfficialYear } from './working-days.ts';

/** A published year as it is kept: loaded by the office, or shipped with the platform. */
export const LoadedYear = z.strictObject({
  calendar: OfficialYear,
  /** 1 for the first of its year; a correction is the next. */
  version: z.int().positive(),
  /** Absent where it was shipped with the platform. */
  loadedAt: z.iso.datetime({ offset: true }).optional(),
});
export type LoadedYear = z.infer<typeof LoadedYear>;

/** The chain of audit entries about the calendar of a year: it is verified and exported like that of a case. */
export function calendarChainId(year: number): string {
  return `calendar-${year}`;
}
