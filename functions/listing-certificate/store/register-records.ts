import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { LineFaults, RegisterRecord } from '../../../workflows/listing-certificate/register/contract.ts';
import { batchWrite } from '../../shared/store/batch-write.ts';
import {
  decodeCursor,
  encodeCursor,
  type Page,
  type PageRequest,
  unknownCursor,
} from '../../shared/store/cursor.ts';
import { wholePartition } from '../../shared/store/whole-partition.ts';
import { REGISTER_KEY, SHARDS } from './register-key.ts';

/** Each of them writes many batches at once; more than the SDK has sockets would wait until they time out. */
const SHARDS_AT_ONCE = 2;

/** Which load of which department. */
export interface LoadKey {
  readonly departmentId: string;
  readonly loadId: string;
}

/** The lines of loads in RegisterTable: records by load and USCC, faults by load and line. */
export interface RegisterRecords {
  /** Puts the records of a load where nobody finds them before the load is activated. */
  write(load: LoadKey, records: readonly RegisterRecord[]): Promise<void>;
  /** Every record of some entities, by key. */
  of(load: LoadKey, usccs: readonly string[]): Promise<RegisterRecord[]>;
  /** Deletes all records of a load; answers how many there were. */
  sweep(load: LoadKey): Promise<number>;
  writeFaults(load: LoadKey, lines: readonly LineFaults[]): Promise<void>;
  /** The bad lines of a load in order. */
  readFaults(load: LoadKey, page: PageRequest): Promise<Page<LineFaults>>;
}

export function registerRecords(db: DynamoDBDocumentClient, TableName: string): RegisterRecords {
  return {
    async write({ departmentId, loadId }, records) {
      await batchWrite(
        db,
        TableName,
        records.map((record) => {
          const { uscc, fieldId, documentNumber } = record;
          const key = REGISTER_KEY.record(departmentId, loadId, uscc, `${fieldId}#${documentNumber}`);
          return { PutRequest: { Item: { ...key, ...record } } };
        }),
      );
    },
    async of({ departmentId, loadId }, usccs) {
      const found = await Promise.all(
        usccs.map((uscc) => {
          const { pk, sk } = REGISTER_KEY.record(departmentId, loadId, uscc, '');
          return wholePartition(db, TableName, pk, { prefix: sk });
        }),
      );
      return found.flat().map((item) => RegisterRecord.strip().parse(item));
    },
    async sweep({ departmentId, loadId }) {
      let swept = 0;
      const shards = Array.from({ length: SHARDS }, (_, shard) =>
        REGISTER_KEY.shard(departmentId, loadId, shard),
      );
      const worker = async () => {
        for (let shard = shards.pop(); shard !== undefined; shard = shards.pop()) {
          const keys = await wholePartition(db, TableName, shard, { keysOnly: true });
          await batchWrite(
            db,
            TableName,
            keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
          );
          swept += keys.length;
        }
      };
      await Promise.all(Array.from({ length: SHARDS_AT_ONCE }, worker));
      return swept;
    },
    async writeFaults({ departmentId, loadId }, lines) {
      await batchWrite(
        db,
        TableName,
        lines.map((line) => ({
          PutRequest: { Item: { ...REGISTER_KEY.faults(departmentId, loadId, line.line), ...line } },
        })),
      );
    },
    readFaults: (load, page) => readFaults(db, TableName, load, page),
  };
}

async function readFaults(
  db: DynamoDBDocumentClient,
  TableName: string,
  { departmentId, loadId }: LoadKey,
  page: PageRequest,
): Promise<Page<LineFaults>> {
  const list = `register-faults#${departmentId}#${loadId}`;
  const after = page.cursor ? Number(decodeCursor(list, page.cursor)) : undefined;
  if (after !== undefined && !Number.isSafeInteger(after)) throw unknownCursor();
  const { Items = [], LastEvaluatedKey } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': REGISTER_KEY.faultsOf(departmentId, loadId) },
      Limit: page.limit,
      ...(after === undefined ? {} : { ExclusiveStartKey: REGISTER_KEY.faults(departmentId, loadId, after) }),
    }),
  );
  const items = Items.map((item) => LineFaults.strip().parse(item));
  const last = items.at(-1);
  return { items, ...(LastEvaluatedKey && last && { cursor: encodeCursor(list, String(last.line)) }) };
}
