import type { Deadline } from '../../../workflows/shared/deadline/task-clock.ts';
import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { deskTaskState } from '../../../workflows/shared/desk-transitions.ts';
import type { Supplement } from '../../../workflows/shared/supplement.ts';
import type { Services } from '../../shared/services.ts';

/** The supplement a task waits for. */
export async function awaitedSupplement(
  task: DeskTaskSummary,
  { desk }: Pick<Services, 'desk'>,
): Promise<Supplement | undefined> {
  if (deskTaskState(task) !== 'SUPPLEMENT' || task.supplementId === undefined) return undefined;
  const supplement = await desk.supplements.read(task.supplementId);
  if (!supplement) throw new Error(`supplement ${task.supplementId} is gone`);
  return supplement;
}

/** The clock that runs: the applicant's while it is asked to supplement, else the department's; none once its time is over. */
export function runningClock(
  task: DeskTask | DeskTaskSummary,
  supplement: Supplement | undefined,
): Deadline | undefined {
  return supplement ?? (deskTaskState(task) === 'OPEN' ? task : undefined);
}
