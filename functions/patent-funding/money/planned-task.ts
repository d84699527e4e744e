import type { PlannedTask } from '../../../workflows/patent-funding/money/progress.ts';
import { nextWake, waitFor } from '../../../workflows/shared/deadline/milestone.ts';
import { deadlineOf } from '../../../workflows/shared/deadline/task-clock.ts';
import type { AskedQuestion } from '../../../workflows/shared/desk-steps.ts';
import { taskIdOf } from '../../../workflows/shared/desk-task.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import { deskRules } from '../../shared/store/desk-rules.ts';

interface Planned {
  readonly caseId: string;
  readonly name: string;
  readonly departmentId: string;
  readonly promisedWorkingDays: number;
  /** Local date from which it is promised; today unless told. */
  readonly fromOn?: string;
}

/** A question to a department, with its due date. */
export async function plannedTask(
  { caseId, name, departmentId, promisedWorkingDays, ...planned }: Planned,
  { calendars, now }: Pick<Services, 'calendars' | 'now'>,
): Promise<PlannedTask> {
  const { fromOn = localDateOf(now()) } = planned;
  const clock = { fromOn, workingDays: promisedWorkingDays, pauses: [] };
  const deadline = deadlineOf(await calendars.read(), clock, deskRules(fromOn).reminders);
  return { taskId: taskIdOf(caseId, name), departmentId, promisedWorkingDays, ...deadline };
}

/** The same as the machine asks it. */
export function askedOf(planned: PlannedTask, now: Date): AskedQuestion {
  const { promisedWorkingDays: _, ...asked } = planned;
  return { ...asked, ...waitFor(nextWake(planned), now) };
}

/** Whole seconds until an instant, at least one: what a wait of the machine takes. */
export function secondsUntil(at: string, now: Date): number {
  return Math.max(1, Math.ceil((Date.parse(at) - now.getTime()) / 1000));
}
