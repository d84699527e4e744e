import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { DESK_COUNTS, type HeldCount, type QueueCounts } from '../../../workflows/shared/desk-counts.ts';
import { COUNT_SHARDS, DESK_KEY } from './desk-key.ts';
import { wholePartition } from './whole-partition.ts';

/** Counters of all departments, or of one: the sum over the shards, by department and procedure. */
export async function readCounts(
  db: DynamoDBDocumentClient,
  TableName: string,
  departmentId: string | undefined,
): Promise<QueueCounts[]> {
  const shards = Array.from({ length: COUNT_SHARDS }, (_, shard) => shard);
  const items = await Promise.all(shards.map((shard) => readShard(db, TableName, shard, departmentId)));
  const sums = new Map<string, QueueCounts>();
  for (const item of items.flat()) {
    const key = String(item.sk);
    const [department = '', workflow = ''] = key.split('#');
    const sum = sums.get(key) ?? { departmentId: department, workflow, ...NONE };
    sums.set(key, { ...sum, ...plus(sum, item) });
  }
  return [...sums.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** How many open tasks an officer holds. */
export async function readOfficerCount(
  db: DynamoDBDocumentClient,
  TableName: string,
  departmentId: string,
  personId: string,
): Promise<number> {
  const Key = DESK_KEY.officerCounts(departmentId, personId);
  const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  return Number(Item?.open ?? 0);
}

/** The same of every officer of a department who ever held one. */
export async function readHeldCounts(
  db: DynamoDBDocumentClient,
  TableName: string,
  departmentId: string,
): Promise<HeldCount[]> {
  const { pk } = DESK_KEY.officerCounts(departmentId, '');
  const items = await wholePartition(db, TableName, pk);
  return items.map(({ sk, open }) => ({ personId: String(sk), open: Number(open) }));
}

const NONE = { open: 0, unclaimed: 0, overdue: 0, decided: 0, closed: 0 };
const keyOf = ({ departmentId, workflow }: QueueCounts) => `${departmentId}#${workflow}`;

function plus(sum: QueueCounts, item: Record<string, unknown>): typeof NONE {
  return Object.fromEntries(
    DESK_COUNTS.map((name) => [name, sum[name] + Number(item[name] ?? 0)]),
  ) as typeof NONE;
}

async function readShard(
  db: DynamoDBDocumentClient,
  TableName: string,
  shard: number,
  departmentId: string | undefined,
): Promise<Record<string, unknown>[]> {
  const { pk } = DESK_KEY.counts(shard, '', '');
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: departmentId === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :own)',
      ExpressionAttributeValues: { ':pk': pk, ...(departmentId && { ':own': `${departmentId}#` }) },
    }),
  );
  return Items;
}
