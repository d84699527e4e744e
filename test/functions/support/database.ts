import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { startEngine } from '../../../local/dynamodb/engine-process.ts';
import { TABLES, type TableName, type TableSpec } from '../../../workflows/shared/tables.ts';

/** A database of its own for a test file, with the tables of workflows/shared/tables.ts under their own names. */
export interface Database {
  readonly db: () => DynamoDBDocumentClient;
}

export function useDatabase(): Database {
  let client: DynamoDBDocumentClient | undefined;
  let stop: () => Promise<void> = async () => {};
  beforeAll(async () => {
    const engine = await startEngine({ endpoint: process.env.LOCAL_DYNAMODB_ENDPOINT, log: () => {} });
    stop = () => engine.stop();
    const plain = new DynamoDBClient({
      endpoint: engine.endpoint().href,
      region: 'local',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
    for (const name of Object.keys(TABLES) as TableName[]) await createTable(plain, name, TABLES[name]);
  });
  afterAll(async () => {
    client?.destroy();
    await stop();
  });
  return {
    db() {
      if (!client) throw new Error('the database starts before the first test');
      return client;
    },
  };
}

async function createTable(client: DynamoDBClient, TableName: TableName, spec: TableSpec): Promise<void> {
  const keys = [spec, ...Object.values(spec.indexes)];
  const attributes = new Set(keys.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]));
  const indexes = Object.entries(spec.indexes).map(([IndexName, key]) => ({
    IndexName,
    KeySchema: keySchema(key),
    Projection: { ProjectionType: 'ALL' as const },
  }));
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(spec),
      AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
    }),
  );
}

function keySchema({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ];
}
