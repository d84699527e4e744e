import { randomUUID } from 'node:crypto';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DESK_CONDITION } from './desk-condition.ts';
import { DESK_KEY, PENDING_WAKE, WAITS } from './desk-key.ts';
import { unlessChanged } from './unless-changed.ts';
import type { GuardedWrite } from './write.ts';

/** What a machine waits for that is no person's answer at a desk: money, the end of a notice, a correction. */
export interface Wait {
  readonly caseId: string;
  readonly name: string;
}

const Mark = z.object({ caseId: z.string(), name: z.string(), mark: z.string() });
export type Mark = z.infer<typeof Mark>;

/**
 * Waits of machines. Whoever ends one writes what it waited for together with `mark`, and then wakes it
 * (functions/shared/wake.ts). Whoever begins one keeps the token first and looks then, so that whichever comes second sees the other.
 */
export interface WaitStore {
  keep(wait: Wait, taskToken: string): Promise<void>;
  tokenOf(wait: Wait): Promise<string | undefined>;
  /** Tokens of all waits of a case, old ones too. */
  tokensOf(caseId: string): Promise<string[]>;
  /** The machine is to look again. One write. */
  mark(wait: Wait): GuardedWrite;
  markOf(wait: Wait): Promise<Mark | undefined>;
  /** At most 100. */
  marks(): Promise<Mark[]>;
  /** The machine looked; a later mark stays. */
  woken(mark: Mark): Promise<void>;
}

export function waitStore(db: DynamoDBDocumentClient, TableName: string): WaitStore {
  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const query = async (condition: string, values: Record<string, string>) =>
    (
      await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: condition,
          ExpressionAttributeValues: values,
          Limit: 100,
        }),
      )
    ).Items ?? [];
  return {
    async keep(wait, taskToken) {
      await db.send(new PutCommand({ TableName, Item: { ...DESK_KEY.wait(wait), taskToken } }));
    },
    async tokenOf(wait) {
      const taskToken: unknown = (await get(DESK_KEY.wait(wait)))?.taskToken;
      return typeof taskToken === 'string' ? taskToken : undefined;
    },
    async tokensOf(caseId) {
      const found = await query('pk = :pk AND begins_with(sk, :waits)', {
        ':pk': DESK_KEY.partition(caseId),
        ':waits': WAITS,
      });
      return z
        .array(z.object({ taskToken: z.string() }))
        .parse(found)
        .map(({ taskToken }) => taskToken);
    },
    mark: ({ caseId, name }) => ({
      write: {
        Put: {
          TableName,
          Item: { ...DESK_KEY.pendingWake({ caseId, name }), caseId, name, mark: randomUUID() },
        },
      },
    }),
    async markOf(wait) {
      const item = await get(DESK_KEY.pendingWake(wait));
      return item && Mark.parse(item);
    },
    marks: async () => z.array(Mark).parse(await query('pk = :pk', { ':pk': PENDING_WAKE })),
    async woken(mark) {
      await unlessChanged(
        db.send(
          new DeleteCommand({
            TableName,
            Key: DESK_KEY.pendingWake(mark),
            ConditionExpression: DESK_CONDITION.sameMark,
            ExpressionAttributeNames: { '#mark': 'mark' },
            ExpressionAttributeValues: { ':mark': mark.mark },
          }),
        ),
      );
    },
  };
}
