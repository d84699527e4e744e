import type * as z from 'zod';
import { milestoneOf, nextWake, waitFor } from '../../workflows/shared/deadline/milestone.ts';
import { KeepDeadline } from '../../workflows/shared/desk-steps.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { awaitedSupplement, runningClock } from './time/running-clock.ts';
import { supplementMilestone } from './time/supplement-milestone.ts';
import { taskMilestone } from './time/task-milestone.ts';
import { isUnderWay } from './transition/under-way.ts';

type Contract = typeof KeepDeadline;

/**
 * The machine waited until something was to be done, or was told that the time changed: does what is due by the desk row, the
 * one home of the time, and says how long to wait next. A second run finds it done.
 */
export async function keepDeadline(
  { caseId, question }: z.output<Contract['input']>,
  services: Services,
): Promise<z.input<Contract['output']>> {
  const { taskId, departmentId } = question;
  const { asked, wakeAt } = await untilFresh(() => passMilestone(caseId, taskId, services));
  const { dueAt, dueProvisional, clock } = asked;
  const wait = waitFor(wakeAt, services.now());
  return { caseId, question: { taskId, departmentId, dueAt, dueProvisional, clock, ...wait } };
}

async function passMilestone(caseId: string, taskId: string, services: Services) {
  const { cases, desk, commit, now } = services;
  const [found, asked] = await Promise.all([cases.read(caseId), desk.read(taskId)]);
  if (!found || !asked) throw new Error(`there is no task ${taskId} of case ${caseId}`);
  const supplement = await awaitedSupplement(asked, services);
  const running = isUnderWay(found) ? runningClock(asked, supplement) : undefined;
  const milestone = running && milestoneOf(running, now());
  if (milestone === undefined) return { asked, wakeAt: running && nextWake(running) };
  await commit(
    supplement
      ? await supplementMilestone(milestone, { found, asked, supplement }, services)
      : taskMilestone(milestone, found, asked, services),
  );
  return passMilestone(caseId, taskId, services);
}

export const handler = task(KeepDeadline, keepDeadline);
