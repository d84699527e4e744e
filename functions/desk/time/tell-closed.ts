import type { Case } from '../../../workflows/shared/case.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Outbox } from '../../shared/store/outbox-store.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { toldOf } from './task-milestone.ts';

interface Closing {
  readonly found: Case;
  /** With the due date that holds for what is left. */
  readonly task: DeskTask;
  readonly closed: readonly string[];
  readonly left: readonly string[];
  readonly at: string;
}

/** Parts of a question get no answer any more: tells that all of it is over, or how much is still owed and until when. */
export function tellClosed(
  kind: 'supplement-lapsed' | 'task-closed-unanswered',
  { found, task, closed, left, at }: Closing,
  outbox: Outbox,
): GuardedWrite[] {
  const { dueAt, ...about } = toldOf(task);
  if (left.length === 0) return outbox.notify(kind, found, at, about);
  const counts = { closed: String(closed.length), left: String(left.length) };
  return outbox.notify(`${kind}-in-part`, found, at, { ...about, dueAt, ...counts });
}
