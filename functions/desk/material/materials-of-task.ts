import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Material } from '../../../workflows/shared/material.ts';
import type { Services } from '../../shared/services.ts';

/** What the applicant sent to a task of its own accord, oldest first; of a task that got nothing nothing is read. */
export async function materialsOfTask(
  { taskId, caseId, materials = 0 }: DeskTask,
  { desk }: Pick<Services, 'desk'>,
): Promise<Material[]> {
  if (materials === 0) return [];
  const sent = await desk.materials.ofCase(caseId);
  return sent.filter(({ taskIds }) => taskIds.includes(taskId));
}
