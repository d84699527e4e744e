import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import { partitionKeyOf, type TableSpec } from './table-spec.ts';

/** One permission that a request needs. */
export interface RequiredPermission {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

/** A table name of a request that no template declares. */
class UnknownTable extends Error {
  override readonly name = 'ResourceNotFoundException';
}

type Tables = ReadonlyMap<string, TableSpec>;
type Requirement = (input: JsonObject, tables: Tables, operation: string) => readonly RequiredPermission[];

/** One action of the same name on one table. */
const onTable: Requirement = (input, tables, operation) => {
  const table = tableOf(input.TableName, tables);
  const item = isJsonObject(input.Key) ? input.Key : input.Item;
  return [permission(operation, table.arn, keysOf(table, [item]))];
};

/** The same on a table or on one of its indexes. */
const onTableOrIndex: Requirement = (input, tables, operation) => {
  const table = tableOf(input.TableName, tables);
  const index = typeof input.IndexName === 'string' ? input.IndexName : undefined;
  const resource = index === undefined ? table.arn : `${table.arn}/index/${index}`;
  const key = partitionKeyOf(table, index);
  const values = key === undefined ? [] : comparedWith(key, input);
  const select = typeof input.Select === 'string' ? { 'dynamodb:Select': input.Select } : {};
  return [permission(operation, resource, { ...leading(values), ...select })];
};

/** One action of the same name on every table of a batch. */
const onTables: Requirement = (input, tables, operation) => {
  const requests = isJsonObject(input.RequestItems) ? input.RequestItems : {};
  return Object.entries(requests).map(([name, request]) => {
    const table = tableOf(name, tables);
    return permission(operation, table.arn, keysOf(table, itemsOfBatch(request)));
  });
};

/** A transaction needs what its single operations need (docs: "Using IAM with DynamoDB transactions"). */
const onItems: Requirement = (input, tables) => {
  const items = Array.isArray(input.TransactItems) ? (input.TransactItems as readonly JsonObject[]) : [];
  return items
    .flatMap((item) => Object.entries(item))
    .flatMap(([name, single]) => {
      const action = SINGLE_ACTIONS[name];
      return action && isJsonObject(single) ? onTable(single, tables, action) : [];
    });
};

const SINGLE_ACTIONS: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/**
 * What each operation needs
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html). Operations that are not
 * listed change or describe tables or speak PartiQL; functions are refused them.
 */
export const REQUIREMENTS: ReadonlyMap<string, Requirement> = new Map<string, Requirement>([
  ['GetItem', onTable],
  ['PutItem', onTable],
  ['UpdateItem', onTable],
  ['DeleteItem', onTable],
  ['Query', onTableOrIndex],
  ['Scan', onTableOrIndex],
  ['BatchGetItem', onTables],
  ['BatchWriteItem', onTables],
  ['TransactGetItems', onItems],
  ['TransactWriteItems', onItems],
  ['DescribeTable', onTable],
  ['DescribeTimeToLive', onTable],
]);

function permission(
  operation: string,
  resource: string,
  context: RequiredPermission['context'],
): RequiredPermission {
  return { action: `dynamodb:${operation}`, resource, context };
}

/** A table may be named by its ARN as well. */
function tableOf(name: JsonValue | undefined, tables: Tables): TableSpec {
  const table = tables.get(String(name).split(':table/').at(-1) ?? '');
  if (!table) throw new UnknownTable('Requested resource not found');
  return table;
}

function keysOf(table: TableSpec, items: readonly (JsonValue | undefined)[]): RequiredPermission['context'] {
  const key = partitionKeyOf(table) ?? '';
  return leading(items.flatMap((item) => (isJsonObject(item) ? plainValue(item[key]) : [])));
}

function leading(values: readonly string[]): RequiredPermission['context'] {
  return values.length > 0 ? { 'dynamodb:LeadingKeys': [...new Set(values)] } : {};
}

function itemsOfBatch(request: JsonValue): readonly (JsonValue | undefined)[] {
  if (isJsonObject(request)) return Array.isArray(request.Keys) ? request.Keys : [];
  if (!Array.isArray(request)) return [];
  return (request as readonly JsonObject[]).map((write) => {
    const { PutRequest, DeleteRequest } = write;
    if (isJsonObject(PutRequest)) return PutRequest.Item;
    return isJsonObject(DeleteRequest) ? DeleteRequest.Key : undefined;
  });
}

/** The values that a key condition compares the attribute with by `=`. */
function comparedWith(attribute: string, input: JsonObject): readonly string[] {
  const names = isJsonObject(input.ExpressionAttributeNames) ? input.ExpressionAttributeNames : {};
  const values = isJsonObject(input.ExpressionAttributeValues) ? input.ExpressionAttributeValues : {};
  const conditions = String(input.KeyConditionExpression ?? '').matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g);
  return [...conditions]
    .filter(([, name = '']) => (names[name] ?? name) === attribute)
    .flatMap(([, , value = '']) => plainValue(values[value]));
}

function plainValue(value: JsonValue | undefined): readonly string[] {
  return isJsonObject(value) ? Object.values(value).map(String) : [];
}
