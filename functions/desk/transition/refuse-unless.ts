import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { type DeskAction, deskTaskState, mayHappen } from '../../../workflows/shared/desk-transitions.ts';
import { RefusedError } from '../../shared/errors.ts';
import { changedMeanwhile } from '../../shared/request-headers.ts';

type Standing = Pick<DeskTask, 'taskId' | 'status' | 'version' | 'decidedAt' | 'overdueAt'>;

/**
 * Holds an action against the table of transitions and the caller's copy.
 * @throws RefusedError 409 where the task's state does not allow it, 412 where somebody changed it since `ifMatch`
 */
export function refuseUnless(action: DeskAction, task: Standing, ifMatch: number): void {
  const { taskId, status, version, decidedAt } = task;
  const present = { taskId, status, version, ...(decidedAt ? { decidedAt } : {}) };
  if (!mayHappen(action, task)) throw new RefusedError({ status: 409, ...wordsFor(task), present });
  if (version !== ifMatch) throw changedMeanwhile(present);
}

function wordsFor(task: Standing) {
  switch (deskTaskState(task)) {
    case 'CLOSED':
      return {
        code: 'task-closed',
        zh: '该待办已关闭，不能再办理',
        en: 'The task is closed: nobody can answer it',
      };
    case 'DECIDED':
    case 'RELAYED':
      return { code: 'task-decided', zh: '该待办已经答复', en: 'The task is decided already' };
    default:
      return {
        code: 'task-state',
        zh: '该待办目前的状态不允许此操作',
        en: 'The task does not allow this now',
      };
  }
}
