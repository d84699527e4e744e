import type { Actor } from '../../../workflows/shared/actor.ts';
import { actingFor } from '../../../workflows/shared/delegation.ts';
import type { DeskTask, Officer } from '../../../workflows/shared/desk-task.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

/** In what right an officer acts on a task. */
export interface Standing {
  /** The holder, where the officer acts under a delegation. */
  readonly forWhom?: Officer;
  /** The delegations that lead to the holder. */
  readonly delegationIds?: readonly string[];
  /** Must hold in the transaction of the act: a delegation revoked meanwhile is none. */
  readonly guards: readonly GuardedWrite[];
}

/**
 * A task that nobody holds is any officer's of its department; one that is held is its holder's, and those' to whom the holder
 * delegated. @throws RefusedError 409 with the holder
 */
export async function standingOn(
  task: DeskTask,
  actor: Actor,
  { roster, now }: Pick<Services, 'roster' | 'now'>,
): Promise<Standing> {
  const { assignee, departmentId, workflow } = task;
  if (!assignee || assignee.personId === actor.personId) return { guards: [] };
  const read = await roster.read(departmentId);
  const right = actingFor(read.delegations, actor.personId, workflow, localDateOf(now())).find(
    ({ whom }) => whom.personId === assignee.personId,
  );
  if (!right) throw heldByAnother(task);
  return { forWhom: right.whom, delegationIds: right.by, guards: [roster.unchanged(read)] };
}

export function heldByAnother({ taskId, status, version, assignee }: DeskTask): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'task-held',
    zh: `该待办已由${assignee?.personName ?? '其他经办人'}签收`,
    en: 'Another officer holds the task',
    present: { taskId, status, version, ...(assignee && { assignee }) },
  });
}
