import type { Case } from '../../../workflows/shared/case.ts';
import { type Deadline, deadlineOf } from '../../../workflows/shared/deadline/task-clock.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { type DeskAction, mayHappen } from '../../../workflows/shared/desk-transitions.ts';
import {
  localInstant,
  type OfficialCalendar,
  officialCalendar,
} from '../../../workflows/shared/working-days.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';
import { deskRules } from '../../shared/store/desk-rules.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { tellMoved } from '../relay/tell-moved.ts';
import { isUnderWay } from '../transition/under-way.ts';
import { movedBy, type Recomputed } from './moved-by.ts';
import { awaitedSupplement } from './running-clock.ts';
import { toldOf } from './task-milestone.ts';

/**
 * Computes the provisional due dates of a task, its own and its supplement's, by the calendars that are published now, and lets
 * its machine know. A task that was escalated by a guess, and is not due after all, is taken back. A second run changes nothing.
 */
export async function recomputeDueDate(taskId: string, services: ServicesWithMachines): Promise<void> {
  if (await untilFresh(() => recompute(taskId, services))) await tellMoved(taskId, services);
}

async function recompute(taskId: string, services: ServicesWithMachines): Promise<boolean> {
  const { calendars, cases, desk, commit, now } = services;
  const [years, task] = await Promise.all([calendars.years(), desk.read(taskId)]);
  const found = task && (await cases.read(task.caseId));
  if (!found || !isUnderWay(found)) return false;
  const supplement = await awaitedSupplement(task, services);
  const calendar = officialCalendar(years.map((one) => one.calendar));
  const own = anew(calendar, task);
  const theirs = supplement && anew(calendar, supplement);
  const dueAt = own?.dueAt ?? task.dueAt;
  const action = recomputation(task, Date.parse(dueAt) > now().getTime());
  if (!mayHappen(action, task) || (!own && !theirs)) return false;
  const takenBack = action === 'takeBack';
  const recomputed = { task, own, supplement, theirs };
  const at = localInstant(now());
  const details = {
    ...{ taskId, departmentId: task.departmentId, from: task.dueAt, dueAt, takenBack },
    ...(supplement && theirs && { supplementId: supplement.supplementId, supplementDueAt: theirs.dueAt }),
  };
  const actor = { by: 'platform', step: 'RecomputeDueDates' } as const;
  await commit([
    ...desk.change(task, { ...own, ...(takenBack && { overdueAt: undefined }), version: task.version + 1 }),
    ...(supplement && theirs ? desk.supplements.change(supplement, theirs) : []),
    desk.signals.markMove(taskId, task.version + 1),
    ...desk.moved.record(movedBy(years, recomputed, at)),
    ...cases.change(found, {}, { kind: 'due-date-recomputed', at, actor, details }),
    ...tellings(found, recomputed, at, services),
  ]);
  return true;
}

/** What a new calendar does to a task; an overdue one is taken back where by it the due date is still to come. */
function recomputation(task: DeskTask, isToCome: boolean): DeskAction {
  if (task.supplementId !== undefined) return 'recomputeSupplement';
  return task.overdueAt !== undefined && isToCome ? 'takeBack' : 'recompute';
}

/** Whom a moved due date concerns is told of it; what only became firm is as it was told. */
function tellings(
  found: Case,
  { task, own, supplement, theirs }: Recomputed,
  at: string,
  { outbox }: Pick<ServicesWithMachines, 'outbox'>,
): GuardedWrite[] {
  const { taskId, departmentId } = task;
  return [
    ...(own && own.dueAt !== task.dueAt
      ? outbox.notify('due-date-recomputed', found, at, toldOf({ ...task, dueAt: own.dueAt }))
      : []),
    ...(supplement && theirs && theirs.dueAt !== supplement.dueAt
      ? outbox.notify('supplement-due-recomputed', found, at, { taskId, departmentId, dueAt: theirs.dueAt })
      : []),
  ];
}

/** The deadline that differs from the provisional one that stands; undefined where nothing changes. */
function anew(calendar: OfficialCalendar, standing: Deadline): Deadline | undefined {
  if (!standing.dueProvisional) return undefined;
  const { reminders } = deskRules(standing.clock.fromOn);
  const next = deadlineOf(calendar, standing.clock, reminders);
  const same = next.dueAt === standing.dueAt && next.dueProvisional === standing.dueProvisional;
  return same ? undefined : next;
}
