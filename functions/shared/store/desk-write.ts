import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { changeTask, type TaskChange } from './desk-change.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { DESK_KEY } from './desk-key.ts';
import type { GuardedWrite } from './write.ts';

export interface Decision {
  readonly answer: unknown;
  /** Files that go with it; the case's own. */
  readonly attachmentIds?: readonly string[];
  readonly decidedAt: string;
  readonly decidedBy: NonNullable<DeskTaskSummary['decidedBy']>;
}

/** What a decision makes of a task. */
export function decidedTask(
  { version }: DeskTaskSummary,
  { decidedAt, decidedBy }: Omit<Decision, 'answer' | 'attachmentIds'>,
): TaskChange {
  return { status: 'DECIDED', version: version + 1, decidedAt, decidedBy };
}

/**
 * OPEN becomes DECIDED, on condition that the task is as it was read; with its answer and the marker by which the relay finds it
 * when this process dies before it tells the machine. Four or five writes.
 */
export function decideTask(TableName: string, read: DeskTaskSummary, decision: Decision): GuardedWrite[] {
  const { taskId } = read;
  return [
    ...changeTask(TableName, read, decidedTask(read, decision)),
    {
      write: {
        Put: {
          TableName,
          Item: {
            ...DESK_KEY.answer(taskId),
            answer: decision.answer,
            attachmentIds: decision.attachmentIds,
          },
          ConditionExpression: DESK_CONDITION.absent,
        },
      },
    },
    { write: { Put: { TableName, Item: DESK_KEY.pendingRelay(taskId) } } },
  ];
}
