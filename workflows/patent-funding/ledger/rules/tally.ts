import type { LedgerEntry } from '../contract.ts';
import { movementOf } from './posting.ts';

/** One more (or less) in a counter: `level#little-giant#spentFen`. */
export interface Counted {
  readonly counter: string;
  readonly by: number;
}

/** Counters of an enterprise begin so. */
export const ENTERPRISE = 'enterprise#';

/**
 * The counters an entry stands in. The only place that says so: the transaction that writes the entry moves them by it, and
 * whoever sums it over all entries must find the same (rules/recount.ts).
 */
export function countedOf(entry: LedgerEntry): Counted[] {
  const { of, funded = [], kind } = entry;
  if (of === undefined) return [];
  const { reservedFen, spentFen } = movementOf([entry]);
  const whose = [`${ENTERPRISE}${of.uscc}`, `level#${of.level}`, `lane#${of.lane}`];
  const money = whose.flatMap((counter) => [
    { counter: `${counter}#reservedFen`, by: reservedFen },
    { counter: `${counter}#spentFen`, by: spentFen },
  ]);
  const sign = kind === 'recover' ? -1 : 1;
  const patents = funded.flatMap(({ by, name, patents, amountFen }) => [
    { counter: `${by}#${name}#patents`, by: sign * patents },
    { counter: `${by}#${name}#spentFen`, by: sign * amountFen },
  ]);
  const cases = kind === 'spend' ? [{ counter: `lane#${of.lane}#cases`, by: 1 }] : [];
  return [...money, ...patents, ...cases].filter(({ by }) => by !== 0);
}
