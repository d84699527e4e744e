import { instantOf, localTimeAt } from './zone.ts';

/**
 * Cron expressions of EventBridge: `minutes hours day-of-month month day-of-week year`.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: readonly number[];
  /** Empty: any year. */
  readonly years: ReadonlySet<number>;
  dayMatches(date: CalendarDate): boolean;
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type DayRule = (date: CalendarDate) => boolean;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** @param text the six fields. @throws SyntaxError naming the field that is wrong */
export function parseCron(text: string): Cron {
  const fields = text.trim().toUpperCase().split(/\s+/);
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (fields.length !== 6) throw new SyntaxError(`cron(${text}) must have six fields`);
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new SyntaxError(`cron(${text}): exactly one of day-of-month and day-of-week must be ?`);
  }
  return {
    minutes: parseNumbers(minute, 0, 59),
    hours: parseNumbers(hour, 0, 23),
    months: parseNumbers(named(month, MONTHS), 1, 12),
    years: year === '*' ? new Set() : new Set(parseNumbers(year, FIRST_YEAR, LAST_YEAR)),
    dayMatches: dayOfWeek === '?' ? anyOf(dayOfMonth, parseDayOfMonth) : anyOf(dayOfWeek, parseDayOfWeek),
  };
}

/** The first time after `afterMs` that the expression names in the zone; undefined when there is none any more. */
export function nextTime(cron: Cron, afterMs: number, zone: string): number | undefined {
  const { year: startYear, month: startMonth, day: startDay } = localTimeAt(afterMs, zone);
  let date: CalendarDate = { year: startYear, month: startMonth, day: startDay };
  while (date.year <= LAST_YEAR) {
    const named = cron.years.size === 0 || cron.years.has(date.year);
    if (!named || !cron.months.includes(date.month)) {
      date = named ? firstOfNextMonth(date) : { year: date.year + 1, month: 1, day: 1 };
      continue;
    }
    const atMs = cron.dayMatches(date) ? firstOnDay(cron, date, afterMs, zone) : undefined;
    if (atMs !== undefined) return atMs;
    date = nextDay(date);
    // No day of four centuries fits (30 February): the year alone would be looked through for ever.
    if (date.year > startYear + 400) return undefined;
  }
  return undefined;
}

function firstOnDay(cron: Cron, date: CalendarDate, afterMs: number, zone: string): number | undefined {
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const atMs = instantOf({ ...date, hour, minute }, zone);
      if (atMs !== undefined && atMs > afterMs) return atMs;
    }
  }
  return undefined;
}

/** `*`, `5`, `1-5`, `0/15`, `8-18/2`, and lists of these. */
function parseNumbers(field: string, lowest: number, highest: number): readonly number[] {
  const numbers = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', step] = /^(\*|\d+(?:-\d+)?)(?:\/(\d+))?$/.exec(part) ?? [];
    const [first = lowest, last = step === undefined ? first : highest] =
      range === '*' ? [lowest, highest] : range.split('-').map(Number);
    const stepSize = Number(step ?? 1);
    if (range === '' || stepSize < 1 || first < lowest || last > highest || first > last) {
      throw new SyntaxError(`cron: ${part} is not a value from ${lowest} to ${highest}`);
    }
    for (let number = first; number <= last; number += stepSize) numbers.add(number);
  }
  return [...numbers].toSorted((a, b) => a - b);
}

function named(field: string, names: readonly string[]): string {
  return field.replace(/[A-Z]{3}/g, (name) =>
    names.includes(name) ? String(names.indexOf(name) + 1) : name,
  );
}

function anyOf(field: string, parse: (part: string) => DayRule): DayRule {
  const rules = field.split(',').map(parse);
  return (date) => rules.some((rule) => rule(date));
}

/** `L`: the last day; `15W`: the weekday nearest to the 15th. */
function parseDayOfMonth(part: string): DayRule {
  if (part === 'L') return (date) => date.day === daysIn(date);
  if (part === 'LW') return (date) => date.day === nearestWeekday(date, daysIn(date));
  const nearest = /^(\d+)W$/.exec(part)?.[1];
  if (nearest !== undefined) return (date) => date.day === nearestWeekday(date, Number(nearest));
  const days = parseNumbers(part, 1, 31);
  return ({ day }) => days.includes(day);
}

/** `1` or `SUN` to `7` or `SAT`; `6L`: the last Friday; `3#2`: the second Tuesday. */
function parseDayOfWeek(part: string): DayRule {
  const text = named(part, WEEKDAYS);
  if (text === 'L') return (date) => weekdayOf(date) === 7;
  const [, lastDay] = /^([1-7])L$/.exec(text) ?? [];
  if (lastDay !== undefined)
    return (date) => weekdayOf(date) === Number(lastDay) && date.day + 7 > daysIn(date);
  const [, day, count] = /^([1-7])#([1-5])$/.exec(text) ?? [];
  if (day !== undefined) {
    return (date) => weekdayOf(date) === Number(day) && Math.ceil(date.day / 7) === Number(count);
  }
  const days = parseNumbers(text, 1, 7);
  return (date) => days.includes(weekdayOf(date));
}

/** Stays within the month. */
function nearestWeekday(date: CalendarDate, wanted: number): number {
  const last = daysIn(date);
  const day = Math.min(wanted, last);
  const weekday = weekdayOf({ ...date, day });
  if (weekday === 7) return day > 1 ? day - 1 : day + 2;
  if (weekday === 1) return day < last ? day + 1 : day - 2;
  return day;
}

/** 1 is Sunday. */
function weekdayOf({ year, month, day }: CalendarDate): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function daysIn({ year, month }: CalendarDate): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function nextDay(date: CalendarDate): CalendarDate {
  return date.day < daysIn(date) ? { ...date, day: date.day + 1 } : firstOfNextMonth(date);
}

function firstOfNextMonth({ year, month }: CalendarDate): CalendarDate {
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}
