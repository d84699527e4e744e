import type { Balances, EntryKind, LedgerEntry } from '../contract.ts';

export type Pot = keyof Balances;
export const POTS = ['allottedFen', 'remainingFen', 'reservedFen', 'spentFen'] as const satisfies Pot[];

/** Which pots an entry takes its amount from and puts it into. In each row `allotted - remaining - reserved - spent` stays 0. */
export const EFFECT: Readonly<Record<EntryKind, Partial<Record<Pot, 1 | -1>>>> = {
  allot: { allottedFen: 1, remainingFen: 1 },
  reserve: { remainingFen: -1, reservedFen: 1 },
  release: { reservedFen: -1, remainingFen: 1 },
  spend: { reservedFen: -1, spentFen: 1 },
  recover: { spentFen: -1, remainingFen: 1 },
  lapse: { allottedFen: -1, remainingFen: -1 },
  'carry-out': { allottedFen: -1, remainingFen: -1 },
  'carry-in': { allottedFen: 1, remainingFen: 1 },
};

export const EMPTY: Balances = { allottedFen: 0, remainingFen: 0, reservedFen: 0, spentFen: 0 };

type Movement = Pick<LedgerEntry, 'kind' | 'amountFen'>;

/** By how much some entries together move each pot. */
export function movementOf(entries: readonly Movement[]): Balances {
  const moved = { ...EMPTY };
  for (const { kind, amountFen } of entries) {
    for (const pot of POTS) moved[pot] += (EFFECT[kind][pot] ?? 0) * amountFen;
  }
  return moved;
}

/** Whether an account adds up and nothing in it is below zero. */
export function balances({ allottedFen, remainingFen, reservedFen, spentFen }: Balances): boolean {
  const pots = [allottedFen, remainingFen, reservedFen, spentFen];
  return (
    pots.every((fen) => Number.isSafeInteger(fen) && fen >= 0) &&
    allottedFen === remainingFen + reservedFen + spentFen
  );
}
