import type { ClaimedPatent } from '../contract.ts';
import type { PatentKind, Programme } from '../programme.ts';

type Amounts = Pick<Programme, 'amounts' | 'feeShareBasisPoints'>;
type Fees = Pick<ClaimedPatent, 'feesFen' | 'receivedElsewhereFen'>;

/**
 * What one patent may be granted, in fen: the amount of its kind, and no more than is left of the share of its official fees after
 * what other levels of government gave. A share that is no whole number of fen is rounded down, so that no cap is ever passed;
 * below nothing is nothing.
 */
export function amountOf(kind: PatentKind, fees: Fees, { amounts, feeShareBasisPoints }: Amounts): number {
  const ofKind = amounts.find((amount) => amount.kind === kind)?.amountFen ?? 0;
  const share = Math.floor((fees.feesFen * feeShareBasisPoints) / 10_000);
  return Math.max(0, Math.min(ofKind, share - fees.receivedElsewhereFen));
}

/**
 * Amounts one after the other, until what is left of the enterprise's year is used up: the last that fits in part gets that part, and
 * those after it nothing. So two applications together are paid exactly what one would have been.
 */
export function withinYearCap(amountsFen: readonly number[], leftFen: number): number[] {
  let left = Math.max(0, leftFen);
  return amountsFen.map((amountFen) => {
    const granted = Math.min(amountFen, left);
    left -= granted;
    return granted;
  });
}
