import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/audit/chain.ts';
import type { DemandList, ListItem } from './contract.ts';

/** Before the first list, and before the first chunk of a list. */
export const NO_HASH = '0'.repeat(64);

/** The hash over a list's items so far and its next chunk: a list of any length is hashed as it grows. */
export function itemsHash(before: string, items: readonly ListItem[]): string {
  return sha256({ before, items });
}

/** The hash of a list, which the next one carries. `items` is {@link itemsHash} over all its chunks. */
export function listHash(list: Omit<DemandList, 'hash'>, items: string): string {
  return sha256({ ...list, items });
}

/** Whether a list with its chunks follows the one before; banks check the same (docs/financing.md). */
export function isNextList(
  { hash, ...list }: DemandList,
  chunks: readonly (readonly ListItem[])[],
  previous: Pick<DemandList, 'number' | 'hash'> | undefined,
): boolean {
  const follows =
    list.number === (previous?.number ?? 0) + 1 && list.previousHash === (previous?.hash ?? NO_HASH);
  return follows && listHash(list, chunks.reduce(itemsHash, NO_HASH)) === hash;
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
