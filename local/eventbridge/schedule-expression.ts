import { nextTime, parseCron } from './cron.ts';
import { formatOf, instantOf } from './zone.ts';

/** When a schedule fires. */
export interface Timetable {
  /**
   * The first time after `afterMs`; undefined when there is none any more.
   * @param startedAtMs when the schedule was first seen: rates count from there
   */
  next(afterMs: number, startedAtMs: number): number | undefined;
}

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Reads `rate(5 minutes)`, `cron(0 9 ? * MON-FRI *)` or `at(2026-03-12T09:00:00)`.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 * @throws SyntaxError for anything else, RangeError for an unknown time zone
 */
export function parseScheduleExpression(expression: string, zone = 'UTC'): Timetable {
  formatOf(zone);
  const [, kind, text = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === 'rate') return rate(text, expression);
  if (kind === 'at') return once(text, expression, zone);
  if (kind !== 'cron') throw new SyntaxError(`${expression} is neither rate(...), cron(...) nor at(...)`);
  const cron = parseCron(text);
  return { next: (afterMs) => nextTime(cron, afterMs, zone) };
}

function rate(text: string, expression: string): Timetable {
  const [, count, unit, plural] = /^(\d+) (minute|hour|day)(s?)$/.exec(text) ?? [];
  const number = Number(count);
  // EventBridge insists on the right number of the noun.
  if (!unit || number < 1 || (number === 1) === (plural === 's'))
    throw new SyntaxError(`${expression} is not a rate`);
  const periodMs = number * UNIT_MS[unit as keyof typeof UNIT_MS];
  return {
    next: (afterMs, startedAtMs) =>
      startedAtMs + (Math.floor(Math.max(afterMs - startedAtMs, 0) / periodMs) + 1) * periodMs,
  };
}

function once(text: string, expression: string, zone: string): Timetable {
  const numbers = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(text)?.slice(1).map(Number);
  if (!numbers) throw new SyntaxError(`${expression} is not a time of the form at(yyyy-mm-ddThh:mm:ss)`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers;
  const atMs = instantOf({ year, month, day, hour, minute, second }, zone);
  if (atMs === undefined) throw new SyntaxError(`${expression}: the clocks of ${zone} never show that time`);
  return { next: (afterMs) => (atMs > afterMs ? atMs : undefined) };
}
