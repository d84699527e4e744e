import { setTimeout as delay } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TransientError } from '../errors.ts';
import { CASE_KEY } from './case-key.ts';

/** Keys of one BatchGetItem, at the most. */
const BATCH_KEYS = 100;
const ATTEMPTS = 8;

/** The details of many cases, each read strongly; those that do not exist are left out. */
export async function readDetails(
  db: DynamoDBDocumentClient,
  TableName: string,
  caseIds: readonly string[],
): Promise<Map<string, unknown>> {
  const distinct = [...new Set(caseIds)];
  const found = new Map<string, unknown>();
  for (let start = 0; start < distinct.length; start += BATCH_KEYS) {
    const keys = distinct.slice(start, start + BATCH_KEYS).map((caseId) => ({ ...CASE_KEY.detail(caseId) }));
    for (const item of await readBatch(db, TableName, keys)) {
      found.set(String(item.pk).slice(CASE_KEY.detail('').pk.length), item.detail);
    }
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
