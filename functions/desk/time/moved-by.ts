import { calendarBehind, type LoadedYear, type MovedDueDate } from '../../../workflows/shared/calendar.ts';
import type { Deadline } from '../../../workflows/shared/deadline/task-clock.ts';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import type { SupplementSummary } from '../../../workflows/shared/supplement.ts';

/** A task and the supplement it waits for, each with its new deadline where that is another. */
export interface Recomputed {
  readonly task: DeskTaskSummary;
  readonly own: Deadline | undefined;
  readonly supplement: SupplementSummary | undefined;
  readonly theirs: Deadline | undefined;
}

/** The due dates that move, each with the calendar behind it, for the office to see; what only became firm is as it was told. */
export function movedBy(
  years: readonly LoadedYear[],
  { task, own, supplement, theirs }: Recomputed,
  movedAt: string,
): MovedDueDate[] {
  const { caseId, caseNumber, workflow, departmentId, taskId } = task;
  const moved = (from: string, next: Deadline | undefined): MovedDueDate[] => {
    if (!next || next.dueAt === from) return [];
    const { dueAt, dueProvisional, clock } = next;
    const behind = calendarBehind(years, clock.fromOn, [from, dueAt]);
    if (!behind) return [];
    const { version, calendar } = behind;
    const of = { caseId, caseNumber, workflow, departmentId, taskId };
    return [{ ...of, from, dueAt, dueProvisional, year: calendar.year, version, movedAt }];
  };
  return [
    ...moved(task.dueAt, own),
    ...(supplement
      ? moved(supplement.dueAt, theirs).map((one) => ({ ...one, supplementId: supplement.supplementId }))
      : []),
  ];
}
