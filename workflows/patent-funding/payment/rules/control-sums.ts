import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/audit/chain.ts';
import type { OrderFile, PaymentOrder } from '../contract.ts';

/** Digits that a sum of account numbers is cut to. */
const SUM_DIGITS = 18;

/** The sums of an order file. Whoever reads the file can compute them anew. */
export function controlSums(orders: readonly PaymentOrder[]): OrderFile['control'] {
  const accountSum = orders.reduce((sum, { account }) => sum + BigInt(account.number), 0n);
  return {
    count: orders.length,
    totalFen: orders.reduce((sum, { amountFen }) => sum + amountFen, 0),
    accountSum: String(accountSum).slice(-SUM_DIGITS),
    sha256: createHash('sha256').update(canonicalJson(orders)).digest('hex'),
  };
}
