import { type Pause, stoodStill } from '../deadline/task-clock.ts';
import type { DeskTaskSummary } from '../desk-task.ts';
import { localDateOf, type OfficialCalendar, workingDaysBetween } from '../working-days.ts';

/** From when to when something went on, and the days on which its clock stood still. */
export interface Stretch {
  readonly fromOn: string;
  readonly until: string;
  readonly pauses: readonly Pause[];
}

/**
 * How many working days it took, counted as a promise is (deadline/task-clock.ts): from the day after the one on which it began
 * to the one on which it was done, without those on which the clock stood still. What is done on the day it began took none.
 */
export function workingDaysTaken(calendar: OfficialCalendar, { fromOn, until, pauses }: Stretch): number {
  return workingDaysBetween(calendar, fromOn, localDateOf(new Date(until)), stoodStill(pauses));
}

/** How long an answer took, and whether it came within the time that was promised first. */
export interface AnswerTook {
  readonly workingDays: number;
  readonly kept: boolean;
}

/** An extension begins the clock of a task anew: its time goes on from the first one, and the first promise was not kept. */
export function answerTook(
  calendar: OfficialCalendar,
  { openedAt, dueAt, overdueAt, extensions, clock: { fromOn, pauses } }: DeskTaskSummary,
  decidedAt: string,
): AnswerTook {
  const extended = extensions !== undefined;
  const stretch = { fromOn: extended ? localDateOf(new Date(openedAt)) : fromOn, until: decidedAt, pauses };
  return {
    workingDays: workingDaysTaken(calendar, stretch),
    kept: !extended && overdueAt === undefined && Date.parse(decidedAt) <= Date.parse(dueAt),
  };
}
