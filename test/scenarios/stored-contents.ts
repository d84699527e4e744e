import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { LocalRuntime } from '../../local/runtime.ts';

/** Everything a platform keeps: each table's items and each bucket's keys, in a fixed order. */
export type StoredContents = Readonly<Record<string, readonly string[]>>;

/** Reads the stores of a running platform, as the engineer may; the reader is to be closed. */
export function contentsReader({ servicesOrigin, assembly }: LocalRuntime) {
  const settings = {
    endpoint: servicesOrigin,
    region: assembly.place.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const tables = new DynamoDBClient(settings);
  const documents = DynamoDBDocumentClient.from(tables);
  const objects = new S3Client({ ...settings, forcePathStyle: true });
  const buckets = assembly.resources.filter(({ type }) => type === 'AWS::S3::Bucket').map(({ ref }) => ref);

  async function itemsOf(table: string): Promise<string[]> {
    const items: string[] = [];
    for await (const page of paginateScan(
      { client: documents },
      { TableName: table, ConsistentRead: true },
    )) {
      for (const item of page.Items ?? []) items.push(JSON.stringify(item, sortedKeys));
    }
    return items.sort();
  }
  async function keysOf(bucket: string): Promise<string[]> {
    const { Contents = [] } = await objects.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.map(({ Key, ETag }) => `${Key} ${ETag}`).sort();
  }

  return {
    async read(): Promise<StoredContents> {
      const { TableNames = [] } = await tables.send(new ListTablesCommand());
      if (TableNames.length === 0 || buckets.length === 0) throw new Error('no table or no bucket is there');
      const all = [
        ...TableNames.map(async (name) => [name, await itemsOf(name)] as const),
        ...buckets.map(async (name) => [name, await keysOf(name)] as const),
      ];
      return Object.fromEntries(await Promise.all(all));
    },
    close() {
      tables.destroy();
      objects.destroy();
    },
  };
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
