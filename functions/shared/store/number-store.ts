import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { CASE_CONDITION } from './case-condition.ts';
import { CASE_KEY } from './case-key.ts';
import { StaleReadError } from './stale-read.ts';
import type { GuardedWrite } from './write.ts';

/** Numbers 1, 2, 3, ... of named sequences, each given once and without gaps. */
export interface NumberStore {
  /**
   * The next number of a sequence and the write that takes it. The number is taken only when that write is part of the
   * transaction that uses it; wrap both in `untilFresh`, because another may take it first.
   */
  next(sequence: string): Promise<{ readonly value: number; readonly take: GuardedWrite }>;
}

export function numberStore(db: DynamoDBDocumentClient, TableName: string): NumberStore {
  return {
    async next(sequence) {
      const Key = CASE_KEY.counter(sequence);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const read: unknown = Item?.value;
      const value = typeof read === 'number' ? read + 1 : 1;
      return { value, take: takeNumber(TableName, sequence, value) };
    },
  };
}

function takeNumber(TableName: string, sequence: string, value: number): GuardedWrite {
  const first = value === 1;
  return {
    write: {
      Update: {
        TableName,
        Key: CASE_KEY.counter(sequence),
        ConditionExpression: first ? CASE_CONDITION.absent : CASE_CONDITION.counterUnchanged,
        UpdateExpression: 'SET #value = :value',
        ExpressionAttributeNames: { '#value': 'value' },
        ExpressionAttributeValues: { ':value': value, ...(first ? {} : { ':readValue': value - 1 }) },
      },
    },
    otherwise: () => new StaleReadError(`counter ${sequence}`),
  };
}
