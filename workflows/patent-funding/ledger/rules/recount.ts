import type { Balances, LedgerAccount, LedgerEntry } from '../contract.ts';
import { movementOf, POTS } from './posting.ts';
import { countedOf } from './tally.ts';

/** What an account must hold by its entries alone. */
export interface Recounted {
  readonly balances: Balances;
  /** Only counters that are not 0. */
  readonly tally: ReadonlyMap<string, number>;
}

export function recounted(entries: readonly LedgerEntry[]): Recounted {
  const tally = new Map<string, number>();
  for (const { counter, by } of entries.flatMap(countedOf))
    tally.set(counter, (tally.get(counter) ?? 0) + by);
  return { balances: movementOf(entries), tally: withoutZeros(tally) };
}

/** Every figure of an account that its entries do not bear out: `remainingFen: 5, by the entries 7`. Empty where all do. */
export function differences(
  account: LedgerAccount,
  tally: ReadonlyMap<string, number>,
  entries: readonly LedgerEntry[],
): string[] {
  const counted = recounted(entries);
  const kept = withoutZeros(tally);
  const pots = POTS.map((pot) => [pot, account[pot], counted.balances[pot]] as const);
  const names = [...new Set([...kept.keys(), ...counted.tally.keys()])].sort();
  const counters = names.map((name) => [name, kept.get(name) ?? 0, counted.tally.get(name) ?? 0] as const);
  return [...pots, ...counters]
    .filter(([, shown, summed]) => shown !== summed)
    .map(([name, shown, summed]) => `${name}: ${shown}, by the entries ${summed}`);
}

function withoutZeros(tally: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...tally].filter(([, value]) => value !== 0));
}
