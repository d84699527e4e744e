import type { Actor } from '../../../workflows/shared/actor.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Material } from '../../../workflows/shared/material.ts';
import type { Services } from '../../shared/services.ts';

/** What was sent to tasks of one case of the applicant's own accord: all for itself and the office, for a department what it got. */
export async function materialsSeenBy(
  tasks: readonly DeskTask[],
  { organisationKind, organisationId }: Actor,
  { desk }: Pick<Services, 'desk'>,
): Promise<Material[]> {
  const [got] = tasks.filter(({ materials = 0 }) => materials > 0);
  if (!got) return [];
  const sent = await desk.materials.ofCase(got.caseId);
  if (organisationKind !== 'department') return sent;
  const own = tasks.filter(({ departmentId }) => departmentId === organisationId);
  return sent.filter(({ taskIds }) => own.some(({ taskId }) => taskIds.includes(taskId)));
}
