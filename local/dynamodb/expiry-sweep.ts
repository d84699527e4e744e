import type { Clock } from '../clock.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import { type Connection, DatabaseError } from './connection.ts';
import type { TableSpec } from './table-spec.ts';

/** So soon after the start, for runtimes that seldom run for a day. */
const FIRST_AFTER_MS = 3_600_000;
/** DynamoDB itself promises no more than "within a few days"; a virtual clock passes months, and each sweep reads every table. */
const EVERY_MS = 86_400_000;
/** A scan stalls every other request of the embedded database, so it is done in small pages. */
const PAGE_ITEMS = 200;
/** DynamoDB leaves items alone whose time is more than five years past (docs: "Time to Live"). */
const TOO_OLD_SECONDS = 5 * 365 * 86_400;

/**
 * Deletes expired items, as time to live does on AWS (there within days, here within one). Returns what ends it.
 *
 * @param hold marks work that a virtual clock waits for
 */
export function sweepExpired(
  connection: Connection,
  tables: readonly TableSpec[],
  clock: Clock,
  log: (line: string) => void,
  hold?: () => () => void,
): () => void {
  const expiring = tables.filter((table) => table.expiryAttribute !== undefined);
  if (expiring.length === 0) return () => {};
  let cancel = () => {};
  let ended = false;
  const arm = (afterMs: number) => {
    cancel = clock.at(clock.now() + afterMs, () => {
      const release = hold?.();
      void sweep().finally(() => {
        release?.();
        if (!ended) arm(EVERY_MS);
      });
    });
  };
  const sweep = async () => {
    for (const table of expiring) {
      try {
        await sweepTable(connection, table, Math.floor(clock.now() / 1000), () => ended);
      } catch (error) {
        log(`expired items of ${table.name} could not be removed: ${String(error)}`);
      }
    }
  };
  arm(FIRST_AFTER_MS);
  return () => {
    ended = true;
    cancel();
  };
}

async function sweepTable(
  connection: Connection,
  table: TableSpec,
  nowSeconds: number,
  isEnded: () => boolean,
): Promise<void> {
  const isExpired = {
    ExpressionAttributeNames: { '#expiry': table.expiryAttribute ?? '' },
    ExpressionAttributeValues: {
      ':now': { N: String(nowSeconds) },
      ':oldest': { N: String(nowSeconds - TOO_OLD_SECONDS) },
      ':number': { S: 'N' },
    },
  };
  const expression = 'attribute_type(#expiry, :number) AND #expiry BETWEEN :oldest AND :now';
  let from: JsonValue | undefined;
  do {
    const page: JsonObject = await connection.call('Scan', {
      TableName: table.name,
      Limit: PAGE_ITEMS,
      FilterExpression: expression,
      ...isExpired,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    });
    for (const item of Array.isArray(page.Items) ? (page.Items as readonly JsonValue[]) : []) {
      // The item may have been given more time since it was read.
      const condition = { ConditionExpression: expression, ...isExpired };
      await connection
        .call('DeleteItem', { TableName: table.name, Key: keyOf(table, item), ...condition })
        .catch(ignoreFailedCondition);
    }
    from = page.LastEvaluatedKey;
  } while (from !== undefined && !isEnded());
}

function keyOf(table: TableSpec, item: JsonValue): JsonObject {
  const attributes = isJsonObject(item) ? item : {};
  return Object.fromEntries(
    table.keySchema.map(({ AttributeName }) => [AttributeName, attributes[AttributeName] ?? null]),
  );
}

function ignoreFailedCondition(error: unknown): void {
  if (!(error instanceof DatabaseError && error.name === 'ConditionalCheckFailedException')) throw error;
}
