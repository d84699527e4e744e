import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import { batchWrite } from '../../shared/store/batch-write.ts';
import type { PatentRegistry } from '../registry/patent-registry.ts';
import { batchGet } from './batch-get.ts';
import { PATENT_KEY } from './patent-key.ts';

/** The registry as a file of it was loaded into PatentTable: a row for each patent, the newest file's. */
export interface PatentRegister extends PatentRegistry {
  load(records: readonly RegistryRecord[]): Promise<void>;
}

export function patentRegister(db: DynamoDBDocumentClient, TableName: string): PatentRegister {
  return {
    async find(numbers) {
      const items = await batchGet(db, TableName, numbers.map(PATENT_KEY.registered));
      const records = items.map((item) => RegistryRecord.strip().parse(item));
      return new Map(records.map((record) => [record.number, record]));
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
