import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import { TransientError } from '../../shared/errors.ts';
import { batchWrite } from '../../shared/store/batch-write.ts';
import type { PatentRegistry } from '../registry/patent-registry.ts';
import { PATENT_KEY } from './patent-key.ts';

/** The registry as a file of it was loaded into PatentTable: a row for each patent, the newest file's. */
export interface PatentRegister extends PatentRegistry {
  load(records: readonly RegistryRecord[]): Promise<void>;
}

/** Items of one BatchGetItem, at the most. */
const BATCH_KEYS = 100;

export function patentRegister(db: DynamoDBDocumentClient, TableName: string): PatentRegister {
  return {
    async find(numbers) {
      const found = new Map<string, RegistryRecord>();
      for (let from = 0; from < numbers.length; from += BATCH_KEYS) {
        const Keys = numbers
          .slice(from, from + BATCH_KEYS)
          .map((number) => ({ ...PATENT_KEY.registered(number) }));
        for (const record of await batchGet(db, TableName, Keys)) found.set(record.number, record);
      }
      return found;
    },
    load: (records) =>
      batchWrite(
        db,
        TableName,
        records.map((record) => ({
          PutRequest: { Item: { ...PATENT_KEY.registered(record.number), ...record } },
        })),
      ),
  };
}

/** A hundred items of some kilobytes are read at once or in a few rounds. */
const ROUNDS = 10;

async function batchGet(
  db: DynamoDBDocumentClient,
  TableName: string,
  keys: Record<string, unknown>[],
): Promise<RegistryRecord[]> {
  const found: RegistryRecord[] = [];
  let left = keys;
  for (let round = 1; left.length > 0; round++) {
    if (round > ROUNDS) throw new TransientError('The table gives no more at the moment');
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[TableName] ?? []).map((item) => RegistryRecord.strip().parse(item)));
    left = UnprocessedKeys?.[TableName]?.Keys ?? [];
  }
  return found;
}
