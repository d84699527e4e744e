import type * as z from 'zod';
import type { Case } from '../../workflows/shared/case.ts';
import { type Milestone, milestoneOf, nextWake, waitFor } from '../../workflows/shared/deadline/milestone.ts';
import { KeepDeadline } from '../../workflows/shared/desk-steps.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';

type Input = z.output<typeof KeepDeadline.input>;

/**
 * The machine waited until something was to be done, or was told that the time changed: does what is due by the desk row, the
 * one home of the time, and says how long to wait next. A second run finds it done.
 */
export async function keepDeadline(
  { caseId, question }: Input,
  services: Services,
): Promise<z.input<typeof KeepDeadline.output>> {
  const asked = await untilFresh(() => passMilestone(caseId, question.taskId, services));
  const { dueAt, dueProvisional, clock } = asked;
  const { taskId, departmentId } = question;
  const wait = waitFor(nextWake(asked), services.now());
  return { caseId, question: { taskId, departmentId, dueAt, dueProvisional, clock, ...wait } };
}

async function passMilestone(caseId: string, taskId: string, services: Services): Promise<DeskTask> {
  const { cases, desk, commit, now } = services;
  const [found, asked] = await Promise.all([cases.read(caseId), desk.read(taskId)]);
  if (!found || !asked) throw new Error(`there is no task ${taskId} of case ${caseId}`);
  const milestone = isUnderWay(found) ? milestoneOf(asked, now()) : undefined;
  if (milestone === undefined) return asked;
  await commit(writesOf(milestone, found, asked, services));
  return passMilestone(caseId, taskId, services);
}

/** A closed case stays closed, whatever time it is. */
const isUnderWay = ({ status }: Case) => status === 'IN_REVIEW' || status === 'FAILED';

function writesOf(milestone: Milestone, found: Case, asked: DeskTask, services: Services): GuardedWrite[] {
  return milestone.kind === 'escalate'
    ? escalation(found, asked, services)
    : reminder(milestone.percents, found, asked, services);
}

function escalation(found: Case, asked: DeskTask, { cases, desk, outbox, now }: Services): GuardedWrite[] {
  const at = localInstant(now());
  const { taskId, departmentId, dueAt } = asked;
  const details = { taskId, departmentId, dueAt };
  return [
    ...desk.change(asked, { overdueAt: at }),
    ...cases.change(found, {}, { kind: 'task-overdue', at, actor: BY, details }),
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
  const reminders = clock.reminders.map((one) =>
    percents.includes(one.percent) ? { ...one, sentAt: at } : one,
  );
  const last = clock.reminders.every((one) => one.percent <= percent);
  const details = { taskId, departmentId, dueAt, percent };
  return [
    ...desk.change(asked, { clock: { ...clock, reminders }, remindedAt: at }),
    ...cases.change(found, {}, { kind: 'task-reminded', at, actor: BY, details }),
    ...outbox.notify(last ? 'deadline-near' : 'deadline-half', found, at, toldOf(asked)),
  ];
}

const BY = { by: 'platform', step: 'KeepDeadline' } as const;

function toldOf({ taskId, departmentId, dueAt, assignee }: DeskTask) {
  return { taskId, departmentId, dueAt, ...(assignee && { officerId: assignee.personId }) };
}

export const handler = task(KeepDeadline, keepDeadline);
