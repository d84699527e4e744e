import { randomUUID } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { unlessChanged } from '../../shared/store/unless-changed.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { FINANCING_CONDITION } from './financing-condition.ts';
import { FINANCING_KEY, PUSH_MARKS } from './financing-key.ts';

/** FinancingTable: institutions that have something to be pushed, until their machine was woken. Reads are strongly consistent. */
export interface PushMarks {
  /** @see markPush */
  awaiting(institutionId: string): GuardedWrite;
  /** Institutions whose machine is still to be woken, at most 100. */
  pending(): Promise<string[]>;
  /** The mark, which a later one replaces. */
  markOf(institutionId: string): Promise<string | undefined>;
  /** Takes the mark away, and not a later one. */
  woken(institutionId: string, mark: string): Promise<void>;
}

/** That there is something to push: goes into the transaction that makes it, and the machine is woken afterwards. One write. */
export function markPush(TableName: string, institutionId: string): GuardedWrite {
  const Item = { ...FINANCING_KEY.pushMark(institutionId), institutionId, mark: randomUUID() };
  return { write: { Put: { TableName, Item } } };
}

const Mark = z.object({ institutionId: z.string(), mark: z.string() });

export function pushMarks(db: DynamoDBDocumentClient, TableName: string): PushMarks {
  return {
    awaiting: (institutionId) => markPush(TableName, institutionId),
    async pending() {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': PUSH_MARKS },
          Limit: 100,
        }),
      );
      return z
        .array(Mark)
        .parse(Items)
        .map(({ institutionId }) => institutionId);
    },
    async markOf(institutionId) {
      const Key = FINANCING_KEY.pushMark(institutionId);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && Mark.parse(Item).mark;
    },
    async woken(institutionId, mark) {
      await unlessChanged(
        db.send(
          new DeleteCommand({
            TableName,
            Key: FINANCING_KEY.pushMark(institutionId),
            ConditionExpression: FINANCING_CONDITION.sameMark,
            ExpressionAttributeNames: { '#mark': 'mark' },
            ExpressionAttributeValues: { ':mark': mark },
          }),
        ),
      );
    },
  };
}
