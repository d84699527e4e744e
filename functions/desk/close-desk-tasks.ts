import type * as z from 'zod';
import { CloseDeskTasks } from '../../workflows/shared/desk-steps.ts';
import type { Services } from '../shared/services.ts';
import { task } from '../shared/task.ts';
import { closeTasks } from './relay/end-tasks.ts';

/** The end of a withdrawn case's machine: what was opened while the withdrawal went on is closed as well. */
export async function closeDeskTasks(
  { caseId }: z.output<typeof CloseDeskTasks.input>,
  services: Services,
): Promise<z.input<typeof CloseDeskTasks.output>> {
  await closeTasks(caseId, services);
  return { caseId };
}

export const handler = task(CloseDeskTasks, closeDeskTasks);
