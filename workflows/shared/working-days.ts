import * as z from 'zod';

const LocalDate = z.iso.date();

/** The official calendar of one year: what the yearly notice of the State Council (国务院办公厅) says. */
export const OfficialYear = z.strictObject({
  year: z.int().min(2000).max(2100),
  /** Number and title of the notice. */
  source: z.string().min(1),
  /** Monday to Friday, and yet a day off. */
  daysOff: z.array(LocalDate),
  /** 调休: Saturday or Sunday, and yet worked. */
  makeUpWorkdays: z.array(LocalDate),
});
export type OfficialYear = z.infer<typeof OfficialYear>;

/** The years whose calendar is published. What lies outside is unknown, and every answer that needs it says so. */
export interface OfficialCalendar {
  readonly years: ReadonlySet<number>;
  readonly daysOff: ReadonlySet<string>;
  readonly makeUpWorkdays: ReadonlySet<string>;
}

/** A day in Asia/Shanghai, and whether it rests on a year whose calendar is not published yet. */
export interface DueDate {
  readonly dueOn: string;
  readonly provisional: boolean;
}

/** @throws RangeError where a year stands twice or a date belongs to another year */
export function officialCalendar(years: readonly OfficialYear[]): OfficialCalendar {
  const known = new Set<number>();
  for (const { year, daysOff, makeUpWorkdays } of years) {
    if (known.has(year)) throw new RangeError(`the calendar of ${year} stands twice`);
    known.add(year);
    const stray = [...daysOff, ...makeUpWorkdays].find((date) => yearOf(date) !== year);
    if (stray) throw new RangeError(`${stray} is not a day of ${year}`);
  }
  return {
    years: known,
    daysOff: new Set(years.flatMap((year) => year.daysOff)),
    makeUpWorkdays: new Set(years.flatMap((year) => year.makeUpWorkdays)),
  };
}

/** Whether people work on a day; in an unpublished year Monday to Friday is assumed. */
export function isWorkingDay(calendar: OfficialCalendar, on: string): boolean {
  if (calendar.makeUpWorkdays.has(on)) return true;
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.daysOff.has(on);
}

/**
 * The day on which a promise of `workingDays` ends: counting begins on the day after `fromOn`, whatever day that is, as 民法典
 * Art. 201 counts days. A due date is provisional where any day counted lies in an unpublished year.
 */
export function addWorkingDays(calendar: OfficialCalendar, fromOn: string, workingDays: number): DueDate {
  const { on, provisional } = countWorkingDays(calendar, fromOn, workingDays);
  return { dueOn: on.at(-1) ?? fromOn, provisional };
}

interface CountedDays {
  /** The working days counted, first to last. */
  readonly on: readonly string[];
  readonly provisional: boolean;
}

/** The working days a promise consists of; a day on which the clock `standsStill` is passed over. @see addWorkingDays */
export function countWorkingDays(
  calendar: OfficialCalendar,
  fromOn: string,
  workingDays: number,
  standsStill: (on: string) => boolean = () => false,
): CountedDays {
  if (!Number.isSafeInteger(workingDays) || workingDays < 1) throw new RangeError('at least one working day');
  const on: string[] = [];
  let provisional = false;
  for (let day = dayAfter(fromOn); on.length < workingDays; day = dayAfter(day)) {
    if (standsStill(day)) continue;
    provisional ||= !calendar.years.has(yearOf(day));
    if (isWorkingDay(calendar, day)) on.push(day);
  }
  return { on, provisional };
}

/** How many working days lie after `fromOn`, up to and with `throughOn`. @see countWorkingDays, of which it is the inverse */
export function workingDaysBetween(
  calendar: OfficialCalendar,
  fromOn: string,
  throughOn: string,
  standsStill: (on: string) => boolean = () => false,
): number {
  let count = 0;
  for (let day = dayAfter(fromOn); day <= throughOn; day = dayAfter(day)) {
    if (!standsStill(day) && isWorkingDay(calendar, day)) count++;
  }
  return count;
}

/** The first second of a day in Asia/Shanghai. */
export function startOfDay(on: string): string {
  return `${on}T00:00:00+08:00`;
}

/** The last second of a day in Asia/Shanghai, which has had no daylight saving time since 1991. */
export function endOfDay(on: string): string {
  return `${on}T23:59:59+08:00`;
}

/** The day it is in Asia/Shanghai at an instant. */
export function localDateOf(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** An instant as people there write it: `2026-11-23T09:30:00+08:00`. */
export function localInstant(instant: Date): string {
  return `${new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** So many days later, whatever days they are. */
export function daysAfter(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function dayAfter(on: string): string {
  return daysAfter(on, 1);
}

function yearOf(on: string): number {
  return Number(on.slice(0, 4));
}
