import * as z from 'zod';
import { countWorkingDays, endOfDay, type OfficialCalendar } from '../working-days.ts';
import type { DeskRules } from './desk-rules.ts';

const LocalDate = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** Days on which a clock stood still: from the day of the question, which counts no more, to the day of the answer, which counts again. */
export const Pause = z.strictObject({ fromOn: LocalDate, untilOn: LocalDate });
export type Pause = z.infer<typeof Pause>;

export const Reminder = z.strictObject({
  percent: z.int().min(1).max(99),
  at: Instant,
  sentAt: Instant.optional(),
});
export type Reminder = z.infer<typeof Reminder>;

/**
 * How a due date came about. Counting begins on the day after `fromOn`:
 *
 *     fromOn   1    2  |asked            answered|  3    4    5 = due
 *              |----|--|- - - - - - - - - - - - -|--|----|----|
 */
export const TaskClock = z.strictObject({
  fromOn: LocalDate,
  workingDays: z.int().positive(),
  pauses: z.array(Pause),
  reminders: z.array(Reminder),
});
export type TaskClock = z.infer<typeof TaskClock>;

/** When something is due, and why then. Kept together in the row of the task, the one home of its due date. */
export const Deadline = z.strictObject({
  dueAt: Instant,
  /** The due date rests on a year whose official calendar is not published yet. */
  dueProvisional: z.boolean(),
  clock: TaskClock,
});
export type Deadline = z.infer<typeof Deadline>;

type Counted = Pick<TaskClock, 'fromOn' | 'workingDays' | 'pauses'> & Partial<Pick<TaskClock, 'reminders'>>;

/** Whether a clock with these pauses stands still on a day. */
export function stoodStill(pauses: readonly Pause[]): (on: string) => boolean {
  return (on) => pauses.some(({ fromOn, untilOn }) => fromOn <= on && on < untilOn);
}

/** The deadline of a clock by a calendar. Reminders that were sent stay as they are; the others move with the due date. */
export function deadlineOf(
  calendar: OfficialCalendar,
  clock: Counted,
  { percents, atLocalTime }: DeskRules['reminders'],
): Deadline {
  const { fromOn, workingDays, pauses } = clock;
  const days = countWorkingDays(calendar, fromOn, workingDays, stoodStill(pauses));
  const reminders = percents.map((percent): Reminder => {
    const sent = clock.reminders?.find((one) => one.percent === percent && one.sentAt !== undefined);
    const on = days.on[Math.ceil((workingDays * percent) / 100) - 1];
    return sent ?? { percent, at: `${on}T${atLocalTime}:00+08:00` };
  });
  const dueOn = days.on.at(-1) ?? fromOn;
  return {
    dueAt: endOfDay(dueOn),
    dueProvisional: days.provisional,
    clock: { fromOn, workingDays, pauses, reminders },
  };
}

/** The deadline of a clock that stood still and goes on: it moves by exactly the working days that were lost. */
export function resumedDeadline(
  calendar: OfficialCalendar,
  clock: TaskClock,
  pause: Pause,
  reminders: DeskRules['reminders'],
): Deadline {
  return deadlineOf(calendar, { ...clock, pauses: [...clock.pauses, pause] }, reminders);
}
