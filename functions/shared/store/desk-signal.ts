import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DESK_CONDITION } from './desk-condition.ts';
import { DESK_KEY } from './desk-key.ts';
import { unlessChanged } from './unless-changed.ts';
import type { GuardedWrite } from './write.ts';

/** Marks of what a machine is still to be told: put into the transaction that causes it, taken away once it is told. */
export interface DeskSignals {
  /** The task needs no answer any more: its machine is to go on. One write. */
  markRelay(taskId: string): GuardedWrite;
  /** The time of a task changed with this version: its machine is to look at it again. One write. */
  markMove(taskId: string, version: number): GuardedWrite;
  /**
   * The machine was told of the task as it was at this version, and so of every change of its time before: other changes may have
   * raised the version since. The mark of a later one stays.
   */
  moved(taskId: string, version: number): Promise<void>;
}

export function deskSignals(db: DynamoDBDocumentClient, TableName: string): DeskSignals {
  return {
    markRelay: (taskId) => ({ write: { Put: { TableName, Item: DESK_KEY.pendingRelay(taskId) } } }),
    markMove: (taskId, version) => ({
      write: { Put: { TableName, Item: { ...DESK_KEY.pendingMove(taskId), version } } },
    }),
    async moved(taskId, version) {
      await unlessChanged(
        db.send(
          new DeleteCommand({
            TableName,
            Key: DESK_KEY.pendingMove(taskId),
            ConditionExpression: DESK_CONDITION.notLater,
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':readVersion': version },
          }),
        ),
      );
    },
  };
}
