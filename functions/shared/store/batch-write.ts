import { setTimeout as delay } from 'node:timers/promises';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { TransientError } from '../errors.ts';

type Requests = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>;

/** Items of one BatchWriteItem, at the most. */
const BATCH_ITEMS = 25;
const BATCHES_AT_ONCE = 16;
const ATTEMPTS = 10;
const LONGEST_DELAY_MS = 5_000;

/**
 * Puts or deletes any number of items, in any order. Doing it again does the same.
 * @throws TransientError where the table takes no more for half a minute
 */
export async function batchWrite(
  db: DynamoDBDocumentClient,
  TableName: string,
  requests: Requests,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < requests.length) {
      const batch = requests.slice(next, next + BATCH_ITEMS);
      next += BATCH_ITEMS;
      await writeBatch(db, TableName, batch);
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, worker));
}

/** What the table did not take is sent again, later and later. */
async function writeBatch(db: DynamoDBDocumentClient, TableName: string, batch: Requests): Promise<void> {
  let left = batch;
  for (let attempt = 1; ; attempt++) {
    const { UnprocessedItems } = await db.send(
      new BatchWriteCommand({ RequestItems: { [TableName]: left } }),
    );
    left = UnprocessedItems?.[TableName] ?? [];
    if (left.length === 0) return;
    if (attempt === ATTEMPTS) throw new TransientError('The table takes no more at the moment');
    await delay(Math.random() * Math.min(LONGEST_DELAY_MS, 50 * 2 ** attempt));
  }
}
