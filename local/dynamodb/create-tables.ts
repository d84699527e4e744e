import type { JsonObject, JsonValue } from '../json.ts';
import { type Connection, DatabaseError } from './connection.ts';
import type { IndexSpec, TableSpec } from './table-spec.ts';

/**
 * Brings the database to what the template declares: creates tables, adds and removes global indexes. A table that the template
 * no longer has is kept, as DeletionPolicy Retain does.
 *
 * @throws Error when the keys of an existing table differ, which on AWS would replace the table
 */
export async function createTables(connection: Connection, tables: readonly TableSpec[]): Promise<void> {
  for (const table of tables) {
    const existing = await describe(connection, table.name);
    if (existing) await update(connection, table, existing);
    else await connection.call('CreateTable', creation(table));
  }
}

async function describe(connection: Connection, name: string): Promise<JsonObject | undefined> {
  try {
    const { Table } = await connection.call('DescribeTable', { TableName: name });
    return Table as JsonObject;
  } catch (error) {
    if (error instanceof DatabaseError && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

function creation(table: TableSpec): JsonObject {
  const input = {
    TableName: table.name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: table.attributes,
    KeySchema: table.keySchema,
    ...(table.globalIndexes.length > 0
      ? { GlobalSecondaryIndexes: table.globalIndexes.map(indexInput) }
      : {}),
    ...(table.localIndexes.length > 0 ? { LocalSecondaryIndexes: table.localIndexes.map(indexInput) } : {}),
    ...(table.streamViewType
      ? { StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamViewType } }
      : {}),
  };
  return input as unknown as JsonObject;
}

async function update(connection: Connection, table: TableSpec, existing: JsonObject): Promise<void> {
  if (!sameKeys(table.keySchema, existing.KeySchema)) {
    throw new Error(
      `table ${table.name} exists with other keys than the template gives it; AWS would replace it. ` +
        'Move the data directory away, or give the table another logical id',
    );
  }
  const present = (existing.GlobalSecondaryIndexes ?? []) as readonly JsonObject[];
  const wanted = new Map(table.globalIndexes.map((index) => [index.IndexName, index]));
  for (const index of present) {
    const same = wanted.get(String(index.IndexName));
    if (same && sameKeys(same.KeySchema, index.KeySchema)) wanted.delete(same.IndexName);
    else await changeIndex(connection, table, { Delete: { IndexName: index.IndexName ?? '' } });
  }
  for (const index of wanted.values()) await changeIndex(connection, table, { Create: indexInput(index) });
}

async function changeIndex(connection: Connection, table: TableSpec, change: JsonObject): Promise<void> {
  await connection.call('UpdateTable', {
    TableName: table.name,
    AttributeDefinitions: table.attributes as unknown as JsonValue,
    GlobalSecondaryIndexUpdates: [change],
  });
}

function indexInput({ IndexName, KeySchema, Projection }: IndexSpec): JsonObject {
  const { ProjectionType = 'ALL', NonKeyAttributes } = Projection;
  const projection = { ProjectionType, ...(NonKeyAttributes ? { NonKeyAttributes } : {}) };
  return { IndexName, KeySchema, Projection: projection } as unknown as JsonObject;
}

function sameKeys(wanted: IndexSpec['KeySchema'], existing: JsonValue | undefined): boolean {
  const plain = (keys: readonly JsonObject[]) =>
    keys
      .map((key) => `${key.KeyType}:${key.AttributeName}`)
      .sort()
      .join();
  return (
    plain(wanted as unknown as readonly JsonObject[]) === plain((existing ?? []) as readonly JsonObject[])
  );
}
