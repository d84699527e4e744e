import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TransientError } from '../../shared/errors.ts';

/** Items of one BatchGetItem, at the most. */
const BATCH_KEYS = 100;
/** A hundred items of some kilobytes are read at once or in a few rounds. */
const ROUNDS = 10;

/** Those of the items that there are, in any order. @throws TransientError where the table gives no more */
export async function batchGet(
  db: DynamoDBDocumentClient,
  TableName: string,
  keys: readonly object[],
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (let from = 0; from < keys.length; from += BATCH_KEYS) {
    let left: Record<string, unknown>[] = keys.slice(from, from + BATCH_KEYS).map((key) => ({ ...key }));
    for (let round = 1; left.length > 0; round++) {
      if (round > ROUNDS) throw new TransientError('The table gives no more at the moment');
      const RequestItems = { [TableName]: { Keys: left, ConsistentRead: true } };
      const { Responses, UnprocessedKeys } = await db.send(new BatchGetCommand({ RequestItems }));
      found.push(...(Responses?.[TableName] ?? []));
      left = UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
  }
  return found;
}
