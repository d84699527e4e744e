import {
  addWorkingDays,
  localDateOf,
  type OfficialCalendar,
} from '../../../workflows/shared/working-days.ts';

/** When offices open. */
const OPENS_AT = '09:00';

/** How long it is to the next working day, as the clock takes it. */
export function untilNextWorkingDay(calendar: OfficialCalendar, now: Date): string {
  const { dueOn } = addWorkingDays(calendar, localDateOf(now), 1);
  return until(Date.parse(`${dueOn}T${OPENS_AT}:00+08:00`), now);
}

/** How long it is until the first of these has just passed; undefined where all of them have. */
export function untilNextDue(dueDates: readonly string[], now: Date): string | undefined {
  const ahead = dueDates.map((dueAt) => Date.parse(dueAt)).filter((dueAt) => dueAt >= now.getTime());
  return ahead.length === 0 ? undefined : until(Math.min(...ahead) + 1000, now);
}

function until(instant: number, now: Date): string {
  return `PT${Math.ceil((instant - now.getTime()) / 1000)}S`;
}
