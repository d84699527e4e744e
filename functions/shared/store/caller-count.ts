import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { GuardedWrite, WriteItem } from './write.ts';

export interface Called {
  /** Where the request came from; kept only as a hash with the day, which leads back to no one later. */
  readonly address: string;
  readonly on: string;
  readonly limit: number;
}

/** The caller has not reached its number of the day. */
const BELOW_LIMIT = 'attribute_not_exists(#count) OR #count < :limit';

/** One more of what anybody may do so often a day, counted for its caller and forgotten after the day. One write. */
export function countCaller(
  TableName: string,
  { address, on, limit }: Called,
  refused: (limit: number) => Error,
): GuardedWrite {
  const caller = createHash('sha256')
    .update(`${on} ${networkOf(address)}`)
    .digest('base64url')
    .slice(0, 22);
  const forgottenAt = Math.floor(Date.parse(`${on}T00:00:00+08:00`) / 1000) + 2 * 86_400;
  const Update: NonNullable<WriteItem['Update']> = {
    TableName,
    Key: { pk: `caller#${on}#${caller}`, sk: 'count' },
    ConditionExpression: BELOW_LIMIT,
    UpdateExpression: 'SET expiresAtSeconds = :expires ADD #count :one',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: { ':expires': forgottenAt, ':one': 1, ':limit': limit },
  };
  return { write: { Update }, otherwise: () => refused(limit) };
}

/** IPv6 gives every household a network of 2^64 addresses: they are one caller. https://www.rfc-editor.org/rfc/rfc6177 */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
