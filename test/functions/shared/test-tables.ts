import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEngine } from '../../../local/dynamodb/engine-process.ts';
import { TABLES, type TableName } from '../../../workflows/shared/tables.ts';

/** A real database in memory with all our tables, named as their keys in TABLES. */
export interface TestTables {
  readonly db: DynamoDBDocumentClient;
  stop(): Promise<void>;
}

/** LOCAL_DYNAMODB_ENDPOINT names a running DynamoDB Local where the embedded one has no binary; tables that it has already stay. */
export async function startTestTables(): Promise<TestTables> {
  const engine = await startEngine({
    endpoint: process.env.LOCAL_DYNAMODB_ENDPOINT,
    log: (line) => console.warn(line),
  });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint().href,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const names = Object.keys(TABLES) as TableName[];
  await Promise.all(names.map((name) => client.send(creationOf(name)).catch(unlessItIsThere)));
  return {
    db: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    async stop() {
      client.destroy();
      await engine.stop();
    },
  };
}

function unlessItIsThere(error: unknown): void {
  if (!(error instanceof ResourceInUseException)) throw error;
}

function creationOf(name: TableName): CreateTableCommand {
  const { partitionKey, sortKey, indexes } = TABLES[name];
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const indexKeys = Object.entries(indexes).map(([index, key]) => ({
    IndexName: index,
    KeySchema: keys(key.partitionKey, key.sortKey),
    Projection: { ProjectionType: 'ALL' as const },
  }));
  const schemas = [keys(partitionKey, sortKey), ...indexKeys.map((index) => index.KeySchema)];
  const attributes = new Set(schemas.flat().map((key) => key.AttributeName));
  return new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys(partitionKey, sortKey),
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    ...(indexKeys.length > 0 ? { GlobalSecondaryIndexes: indexKeys } : {}),
  });
}
