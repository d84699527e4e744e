import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

/** The conditions of {@link versionedPut}, by name. */
const CONDITION = {
  /** Written for the first time. */
  absent: 'attribute_not_exists(pk)',
  /** Nobody changed it since it was read. */
  sameVersion: '#version = :readVersion',
} as const;

/** The whole item in place of the one that was read, whose version it follows; version 1 is the first. One write. */
export function versionedPut(
  TableName: string,
  key: { readonly pk: string; readonly sk: string },
  item: { readonly version: number },
): GuardedWrite {
  const condition =
    item.version === 1
      ? { ConditionExpression: CONDITION.absent }
      : {
          ConditionExpression: CONDITION.sameVersion,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':readVersion': item.version - 1 },
        };
  return {
    write: { Put: { TableName, Item: { ...key, ...item }, ...condition } },
    otherwise: () => new StaleReadError(`${key.pk} ${key.sk}`),
  };
}
