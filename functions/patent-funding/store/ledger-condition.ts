import type { Pot } from '../../../workflows/patent-funding/ledger/rules/posting.ts';

/** Every condition LedgerTable is written under, by name. */
export const LEDGER_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** It is there still: a place on the waiting list, an order that is to be paid. */
  present: 'attribute_exists(pk)',
  /** The pot holds what is taken from it. */
  holds: (pot: Pot) => `#${pot} >= :${pot}Taken`,
  /** The year of the account is not over, or is, as it was read. */
  sameState: '#state = :readState',
  /** Exactly what was read is left: of a year that ends nothing may stay behind. */
  sameRemaining: 'remainingFen = :readRemaining',
  /** Nobody stands before the one who takes money directly. */
  nobodyWaits: 'waitingCount = :nobody',
  /** Nobody joined the list since its head was read. */
  sameList: 'listVersion = :readList',
  /** Nobody changed the reservation since it was read. */
  unchanged: '#version = :readVersion',
} as const;
