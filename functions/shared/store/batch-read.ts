import { setTimeout as delay } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TransientError } from '../errors.ts';

/** Keys of one BatchGetItem, at the most. */
const BATCH_KEYS = 100;
const ATTEMPTS = 8;

/** Many items, each read strongly, in no order; those that do not exist are left out. Every key once. */
export async function batchRead(
  db: DynamoDBDocumentClient,
  TableName: string,
  keys: readonly object[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (let start = 0; start < keys.length; start += BATCH_KEYS) {
    const batch = keys.slice(start, start + BATCH_KEYS).map((key) => ({ ...key }));
    found.push(...(await readBatch(db, TableName, batch)));
  }
  return found;
}

/** What the table did not give is asked again, later and later. */
async function readBatch(
  db: DynamoDBDocumentClient,
  TableName: string,
  Keys: Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let left = Keys;
  for (let attempt = 1; ; attempt++) {
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[TableName] ?? []));
    left = UnprocessedKeys?.[TableName]?.Keys ?? [];
    if (left.length === 0) return found;
    if (attempt === ATTEMPTS) throw new TransientError('The table gives no more at the moment');
    await delay(Math.random() * 25 * 2 ** attempt);
  }
}
