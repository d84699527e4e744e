import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DESK_CONDITION } from './desk-condition.ts';
import { DESK_KEY, PROVISIONAL } from './desk-key.ts';
import { unlessChanged } from './unless-changed.ts';
import type { GuardedWrite } from './write.ts';

interface Dated {
  readonly status: string;
  readonly dueProvisional: boolean;
}

/** Keeps the list of what is open with a provisional due date, in the transaction that changes it. At most one write. */
export function provisionalWrites(
  TableName: string,
  id: string,
  before: Dated | undefined,
  after: Dated,
): GuardedWrite[] {
  const was = before !== undefined && isProvisional(before);
  if (was === isProvisional(after)) return [];
  const Key = DESK_KEY.provisional(id);
  return [{ write: was ? { Delete: { TableName, Key } } : { Put: { TableName, Item: Key } } }];
}

const isProvisional = ({ status, dueProvisional }: Dated) => status === 'OPEN' && dueProvisional;

/** What a newly published year may make firm. */
export interface ProvisionalDueDates {
  /** Ids of tasks and supplements after one, at most 100. */
  page(after: string): Promise<string[]>;
  /** They are to be computed anew, from the first of them, because of this version of a calendar. One write. */
  markRecompute(mark: string): GuardedWrite;
  pendingRecompute(): Promise<PendingRecompute | undefined>;
  /** All up to this id were, so that the next run goes on after it; the mark of a later calendar stays as it is. */
  reached(pending: PendingRecompute): Promise<void>;
  /** All of them were; the mark of a later calendar stays. */
  recomputed(pending: PendingRecompute): Promise<void>;
}

/** That due dates are to be computed anew; `after` is the last id that was reached, '' before the first. */
const PendingRecompute = z.object({ mark: z.string(), after: z.string().default('') });
export type PendingRecompute = z.infer<typeof PendingRecompute>;

export function provisionalDueDates(db: DynamoDBDocumentClient, TableName: string): ProvisionalDueDates {
  const Key = DESK_KEY.pendingRecompute();
  return {
    async page(after) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND sk > :after',
          // A sort key is never empty, and every id begins after this.
          ExpressionAttributeValues: { ':pk': PROVISIONAL, ':after': after === '' ? ' ' : after },
          Limit: 100,
        }),
      );
      return z
        .array(z.object({ sk: z.string() }))
        .parse(Items)
        .map(({ sk }) => sk);
    },
    markRecompute: (mark) => ({ write: { Put: { TableName, Item: { ...Key, mark, after: '' } } } }),
    async pendingRecompute() {
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && PendingRecompute.parse(Item);
    },
    reached: ({ mark, after }) =>
      unlessChanged(db.send(new PutCommand({ TableName, Item: { ...Key, mark, after }, ...sameMark(mark) }))),
    recomputed: ({ mark }) =>
      unlessChanged(db.send(new DeleteCommand({ TableName, Key, ...sameMark(mark) }))),
  };
}

const sameMark = (mark: string) => ({
  ConditionExpression: DESK_CONDITION.sameMark,
  ExpressionAttributeNames: { '#mark': 'mark' },
  ExpressionAttributeValues: { ':mark': mark },
});
