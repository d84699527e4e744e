import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type CounterSet, Tally } from '../../../workflows/shared/statistics/tally.ts';
import { CASE_KEY, countedFor, departmentsPrefix, STATISTICS_SHARDS } from './case-key.ts';
import { wholePartition } from './whole-partition.ts';

/** Statistics, kept with the writes of the cases (statistics-write.ts). Reads are by key and strongly consistent. */
export interface StatisticsStore {
  /** The counters of some months, of all or of one department: the sums over the shards. */
  read(months: readonly string[], departmentId?: string): Promise<CounterSet[]>;
}

export function statisticsStore(db: DynamoDBDocumentClient, TableName: string): StatisticsStore {
  return {
    async read(months, departmentId) {
      const tally = new Tally();
      for (const month of months) {
        const shards = Array.from({ length: STATISTICS_SHARDS }, (_, shard) =>
          readShard(db, TableName, CASE_KEY.statistics(month, shard, { workflow: '' }).pk, departmentId),
        );
        for (const { sk, counters } of (await Promise.all(shards)).flat()) {
          const home = { month, ...countedFor(sk) };
          for (const [counter, by] of counters) tally.add(home, counter, by);
        }
      }
      return tally.sets();
    },
  };
}

const Item = z.object({ pk: z.string(), sk: z.string() }).catchall(z.int());

/** All of a partition, from as many pages as there are. */
async function readShard(
  db: DynamoDBDocumentClient,
  TableName: string,
  pk: string,
  departmentId: string | undefined,
): Promise<{ sk: string; counters: [string, number][] }[]> {
  const prefix = departmentId === undefined ? undefined : departmentsPrefix(departmentId);
  const found = await wholePartition(db, TableName, pk, { prefix });
  return z
    .array(Item)
    .parse(found)
    .map(({ pk: _, sk, ...counters }) => ({ sk, counters: Object.entries(counters) }));
}
