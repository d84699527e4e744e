import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { DESK_CONDITION } from './desk-condition.ts';
import { DESK_KEY, queueOf } from './desk-key.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

export interface Decision {
  readonly answer: unknown;
  readonly decidedAt: string;
  readonly decidedBy: NonNullable<DeskTask['decidedBy']>;
}

/**
 * OPEN becomes DECIDED, on condition that the task is still open and as it was read; with its answer and the marker by which
 * the relay finds it when this process dies before it tells the machine. Three writes.
 */
export function decideTask(TableName: string, read: DeskTaskSummary, decision: Decision): GuardedWrite[] {
  const { taskId, departmentId, version } = read;
  const { answer, decidedAt, decidedBy } = decision;
  return [
    {
      write: {
        Update: {
          TableName,
          Key: DESK_KEY.task(taskId),
          ConditionExpression: DESK_CONDITION.openAndUnchanged,
          UpdateExpression:
            'SET #status = :decided, #version = :version, decidedAt = :decidedAt, decidedBy = :decidedBy, queue = :queue',
          ExpressionAttributeNames: { '#status': 'status', '#version': 'version' },
          ExpressionAttributeValues: {
            ':open': 'OPEN',
            ':decided': 'DECIDED',
            ':readVersion': version,
            ':version': version + 1,
            ':decidedAt': decidedAt,
            ':decidedBy': decidedBy,
            ':queue': queueOf(departmentId, 'DECIDED'),
          },
        },
      },
      otherwise: () => new StaleReadError(`task ${taskId}`),
    },
    {
      write: {
        Put: {
          TableName,
          Item: { ...DESK_KEY.answer(taskId), answer },
          ConditionExpression: DESK_CONDITION.absent,
        },
      },
    },
    { write: { Put: { TableName, Item: DESK_KEY.pendingRelay(taskId) } } },
  ];
}

/** Notes once that nobody answered an open task in time. The officer's copy stays valid: the version does not change. */
export function markTaskOverdue(TableName: string, taskId: string, overdueAt: string): GuardedWrite {
  return {
    write: {
      Update: {
        TableName,
        Key: DESK_KEY.task(taskId),
        ConditionExpression: DESK_CONDITION.openAndNotYetOverdue,
        UpdateExpression: 'SET overdueAt = :overdueAt',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':open': 'OPEN', ':overdueAt': overdueAt },
      },
    },
    otherwise: () => new StaleReadError(`task ${taskId}`),
  };
}

/** Closes a task that is still open, as part of what ends its case. */
export function closeOpenTask(
  TableName: string,
  { taskId, departmentId }: Pick<DeskTaskSummary, 'taskId' | 'departmentId'>,
) {
  return {
    write: {
      Update: {
        TableName,
        Key: DESK_KEY.task(taskId),
        ConditionExpression: DESK_CONDITION.open,
        UpdateExpression: 'SET #status = :closed, queue = :queue ADD #version :one',
        ExpressionAttributeNames: { '#status': 'status', '#version': 'version' },
        ExpressionAttributeValues: {
          ':open': 'OPEN',
          ':closed': 'CLOSED',
          ':queue': queueOf(departmentId, 'CLOSED'),
          ':one': 1,
        },
      },
    },
    otherwise: () => new StaleReadError(`task ${taskId}`),
  } satisfies GuardedWrite;
}
