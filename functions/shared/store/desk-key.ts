import { caseIdOfTask } from '../../../workflows/shared/desk-task.ts';

interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Decisions the machine may not have been told of yet. */
export const PENDING_RELAY = 'pending-relay';
/** Withdrawn cases whose open tasks may not be closed yet. */
export const PENDING_CLOSING = 'pending-closing';

/**
 * Keys of DeskTable (docs/access-patterns.md). The tasks of a case lie together, and a task's id holds its case's; the answer
 * is an item of its own, because it may be large and every list would carry it.
 */
export const DESK_KEY = {
  partition: (caseId: string) => `case#${caseId}`,
  task: (taskId: string): Key => taskItem(taskId, ''),
  answer: (taskId: string): Key => taskItem(taskId, 'answer'),
  pendingRelay: (taskId: string): Key => ({ pk: PENDING_RELAY, sk: taskId }),
  pendingClosing: (caseId: string): Key => ({ pk: PENDING_CLOSING, sk: caseId }),
} as const;

function taskItem(taskId: string, part: string): Key {
  return { pk: DESK_KEY.partition(caseIdOfTask(taskId) ?? ''), sk: `task#${taskId}#${part}` };
}

/** What the lists of a department are called; DECIDED shows a task whether or not the machine was told already. */
export type QueueStatus = 'OPEN' | 'DECIDED' | 'CLOSED';

export function queueOf(departmentId: string, status: QueueStatus): string {
  return `${departmentId}#${status}`;
}

/** Sort key of a queue: by due date, then by id. */
export function dueOrder(dueAt: string, taskId: string): string {
  return `${new Date(dueAt).toISOString()}#${taskId}`;
}
