import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Answer } from '../../../workflows/financing-demand/answer/contract.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { versionedPut } from './versioned-put.ts';

/** FinancingTable: what institutions answered, and when a promise of theirs is to be seen to. Reads are strongly consistent. */
export interface AnswerStore {
  read(key: AnswerKey): Promise<Answer | undefined>;
  /** Of a demand, by institution; no more than it has recipients. */
  ofDemand(demandId: string): Promise<Answer[]>;
  /** The answer in place of the one that was read, and its place among what is to be seen to. Three writes at the most. */
  put(before: Answer | undefined, next: Answer): GuardedWrite[];
  /** Answers with a reminder or a due date that has come, the oldest first. */
  due(now: Date, limit: number): Promise<AnswerKey[]>;
}

const AnswerKey = z.object({ demandId: z.string().min(1), institutionId: z.string().min(1) });
export type AnswerKey = z.infer<typeof AnswerKey>;

const PROMISES = 'promises';
const answersOf = (demandId: string) => `answers#${demandId}`;
const keyOf = ({ demandId, institutionId }: AnswerKey) => ({ pk: answersOf(demandId), sk: institutionId });
const placeOf = (wakeAt: string, { demandId, institutionId }: AnswerKey) => ({
  pk: PROMISES,
  sk: `${new Date(wakeAt).toISOString()}#${demandId}#${institutionId}`,
});

export function answerStore(db: DynamoDBDocumentClient, TableName: string): AnswerStore {
  const query = async (condition: string, values: Record<string, string>, limit?: number) =>
    (
      await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: condition,
          ExpressionAttributeValues: values,
          ...(limit === undefined ? {} : { Limit: limit }),
        }),
      )
    ).Items ?? [];
  return {
    async read(key) {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
      return Item && Answer.strip().parse(Item);
    },
    ofDemand: async (demandId) =>
      z.array(Answer.strip()).parse(await query('pk = :pk', { ':pk': answersOf(demandId) })),
    put(before, next) {
      const { demandId, institutionId } = next;
      const moved = before?.wakeAt !== next.wakeAt;
      return [
        versionedPut(TableName, keyOf(next), next),
        ...(moved && before?.wakeAt
          ? [{ write: { Delete: { TableName, Key: placeOf(before.wakeAt, next) } } }]
          : []),
        ...(moved && next.wakeAt
          ? [
              {
                write: {
                  Put: { TableName, Item: { ...placeOf(next.wakeAt, next), demandId, institutionId } },
                },
              },
            ]
          : []),
      ];
    },
    due: async (now, limit) =>
      z
        .array(AnswerKey)
        .parse(
          await query(
            'pk = :pk AND sk <= :now',
            { ':pk': PROMISES, ':now': `${now.toISOString()}#~` },
            limit,
          ),
        ),
  };
}
