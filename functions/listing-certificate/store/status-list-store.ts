import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CertificateStatus } from '../../../workflows/listing-certificate/certificate-standing.ts';
import {
  ENTRIES_PER_SHARD,
  SHARD_BYTES,
  SHARDS_PER_LIST,
  type StatusPlace,
  withStatus,
} from '../../../workflows/listing-certificate/rules/status-list.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { CERTIFICATE_CONDITION } from './certificate-condition.ts';
import { shardKey, statusListPartition } from './certificate-key.ts';

export interface StatusChange {
  readonly place: StatusPlace;
  readonly status: CertificateStatus;
}

const Shard = z.object({ sk: z.string(), bits: z.instanceof(Uint8Array) });

/** The statuses of a list, two bits each; what was never written says `valid`. One query of at most 32 KB. */
export async function readStatusList(
  db: DynamoDBDocumentClient,
  TableName: string,
  list: string,
): Promise<Uint8Array> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': statusListPartition(list) },
    }),
  );
  const whole = new Uint8Array(SHARDS_PER_LIST * SHARD_BYTES);
  for (const { sk, bits } of z.array(Shard).parse(Items)) whole.set(bits, Number(sk) * SHARD_BYTES);
  return whole;
}

/** The writes that set these statuses, each part of a list once, on condition that nobody changed it since it was read. */
export async function changeStatusList(
  db: DynamoDBDocumentClient,
  TableName: string,
  changes: readonly StatusChange[],
): Promise<GuardedWrite[]> {
  const shards = Map.groupBy(changes, ({ place: { list, index } }) =>
    JSON.stringify(shardKey(list, Math.floor(index / ENTRIES_PER_SHARD))),
  );
  return Promise.all(
    [...shards].map(async ([key, inShard]) => changeShard(db, TableName, JSON.parse(key), inShard)),
  );
}

async function changeShard(
  db: DynamoDBDocumentClient,
  TableName: string,
  Key: ReturnType<typeof shardKey>,
  changes: readonly StatusChange[],
): Promise<GuardedWrite> {
  const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  const read = Item && Shard.parse(Item).bits;
  const bits = changes.reduce<Uint8Array>(
    (changed, { place, status }) => withStatus(changed, place.index % ENTRIES_PER_SHARD, status),
    read ?? new Uint8Array(SHARD_BYTES),
  );
  return {
    write: {
      Put: {
        TableName,
        Item: { ...Key, bits },
        ...(read
          ? {
              ConditionExpression: CERTIFICATE_CONDITION.shardUnchanged,
              ExpressionAttributeNames: { '#bits': 'bits' },
              ExpressionAttributeValues: { ':readBits': read },
            }
          : { ConditionExpression: CERTIFICATE_CONDITION.absent }),
      },
    },
    otherwise: () => new StaleReadError(`status list ${Key.pk} ${Key.sk}`),
  };
}
