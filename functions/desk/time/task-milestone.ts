import type { Case } from '../../../workflows/shared/case.ts';
import { type Milestone, withSent } from '../../../workflows/shared/deadline/milestone.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

/** What the time that has passed does to a department's task: a reminder, or escalation to the office. */
export function taskMilestone(
  milestone: Milestone,
  found: Case,
  asked: DeskTask,
  services: Services,
): GuardedWrite[] {
  return milestone.kind === 'over'
    ? escalation(found, asked, services)
    : reminder(milestone.percents, found, asked, services);
}

function escalation(found: Case, asked: DeskTask, { cases, desk, outbox, now }: Services): GuardedWrite[] {
  const at = localInstant(now());
  const { taskId, departmentId, dueAt } = asked;
  const details = { taskId, departmentId, dueAt };
  return [
    ...desk.change(asked, { overdueAt: at }),
    ...cases.change(found, {}, { kind: 'task-overdue', at, actor: KEEP_DEADLINE, details }),
    ...outbox.notify('task-overdue', found, at, toldOf(asked)),
  ];
}

function reminder(
  percents: readonly number[],
  found: Case,
  asked: DeskTask,
  { cases, desk, outbox, now }: Services,
): GuardedWrite[] {
  const at = localInstant(now());
  const { taskId, departmentId, dueAt, clock } = asked;
  const percent = Math.max(...percents);
  const last = clock.reminders.every((one) => one.percent <= percent);
  const details = { taskId, departmentId, dueAt, percent };
  return [
    ...desk.change(asked, { clock: withSent(asked, percents, at), remindedAt: at }),
    ...cases.change(found, {}, { kind: 'task-reminded', at, actor: KEEP_DEADLINE, details }),
    ...outbox.notify(last ? 'deadline-near' : 'deadline-half', found, at, toldOf(asked)),
  ];
}

/** Who does what time brings about. */
export const KEEP_DEADLINE = { by: 'platform', step: 'KeepDeadline' } as const;

/** What a notification about a task says. */
export function toldOf({ taskId, departmentId, dueAt, assignee }: Omit<DeskTask, 'question'>) {
  return { taskId, departmentId, dueAt, ...(assignee && { officerId: assignee.personId }) };
}
