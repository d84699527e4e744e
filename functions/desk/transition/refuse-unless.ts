import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import {
  DESK_TRANSITIONS,
  type DeskAction,
  deskTaskState,
  mayHappen,
} from '../../../workflows/shared/desk-transitions.ts';
import { RefusedError } from '../../shared/errors.ts';
import { changedMeanwhile } from '../../shared/request-headers.ts';

type Standing = Pick<DeskTask, 'taskId' | 'status' | 'version' | 'decidedAt' | 'overdueAt' | 'supplementId'>;

/**
 * Holds an action against the table of transitions and the caller's copy.
 * @throws RefusedError 409 where the task's state does not allow it, 412 where somebody changed it since `ifMatch`
 */
export function refuseUnless(action: DeskAction, task: Standing, ifMatch: number): void {
  const present = presentOf(task);
  if (!mayHappen(action, task)) throw new RefusedError({ status: 409, ...wordsFor(action, task), present });
  if (task.version !== ifMatch) throw changedMeanwhile(present);
}

/** What the loser of a race is told of the task. */
export function presentOf(task: Standing): Readonly<Record<string, unknown>> {
  const { taskId, status, version, decidedAt, overdueAt } = task;
  return {
    taskId,
    status,
    state: deskTaskState(task),
    version,
    ...(decidedAt && { decidedAt }),
    ...(overdueAt && { overdueAt }),
  };
}

function wordsFor(action: DeskAction, task: Standing) {
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
    case 'SUPPLEMENT':
      return {
        code: 'task-awaits-supplement',
        zh: '该待办正在等待申请人补正',
        en: 'The task waits for the supplement of the applicant',
      };
    default: {
      const { zh, en } = DESK_TRANSITIONS[action].text;
      return {
        code: 'task-state',
        zh: `该待办目前的状态不允许此操作（${zh}）`,
        en: `The task does not allow this now (${en})`,
      };
    }
  }
}
