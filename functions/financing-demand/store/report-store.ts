import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Counts } from '../../../workflows/financing-demand/report/counted.ts';
import { wholePartition } from '../../shared/store/whole-partition.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

/** The counters of a scope in one month. */
export interface ScopeCounts {
  readonly scope: string;
  readonly counts: Counts;
}

/** FinancingTable: counters of each month and scope, moved by the transactions that they count. */
export interface ReportStore {
  /** One write for each scope; none where nothing is counted. */
  count(month: string, scopes: readonly string[], counts: Counts): GuardedWrite[];
  /** Of each month all scopes: some dozens of items. */
  read(months: readonly string[]): Promise<ScopeCounts[]>;
}

const monthOf = (month: string) => `financing-report#${month}`;
const Item = z.object({ pk: z.string(), sk: z.string() }).catchall(z.int());

export function reportStore(db: DynamoDBDocumentClient, TableName: string): ReportStore {
  return {
    count(month, scopes, counts) {
      const moved = Object.entries(counts).filter(([, by]) => by !== 0);
      if (moved.length === 0) return [];
      const update = {
        UpdateExpression: `ADD ${moved.map((_, index) => `#c${index} :c${index}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(moved.map(([name], index) => [`#c${index}`, name])),
        ExpressionAttributeValues: Object.fromEntries(moved.map(([, by], index) => [`:c${index}`, by])),
      };
      return scopes.map((scope) => ({
        write: { Update: { TableName, Key: { pk: monthOf(month), sk: scope }, ...update } },
      }));
    },
    read: async (months) =>
      (await Promise.all(months.map((month) => readMonth(db, TableName, month)))).flat(),
  };
}

async function readMonth(
  db: DynamoDBDocumentClient,
  TableName: string,
  month: string,
): Promise<ScopeCounts[]> {
  const found = await wholePartition(db, TableName, monthOf(month));
  return z
    .array(Item)
    .parse(found)
    .map(({ pk: _, sk, ...counts }) => ({ scope: sk, counts }));
}
