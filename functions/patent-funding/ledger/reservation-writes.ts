import {
  type Beneficiary,
  type Funded,
  type LedgerAccount,
  RESERVATION_TRANSITIONS,
  type Reservation,
  type ReservationState,
} from '../../../workflows/patent-funding/ledger/contract.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import { entryOf, type Occasion } from './occasion.ts';

/** What a change of a reservation is made of: its account and itself as they were read, and the occasion. */
export interface Reserved {
  readonly account: LedgerAccount;
  readonly reservation: Reservation;
  readonly occasion: Occasion;
  readonly ledger: LedgerStore;
}

/** Where money goes that comes back to an account whose year is over: back to the treasury, or into the next year. */
export type AfterYearEnd = { readonly lapses: true } | { readonly carriedTo: LedgerAccount };

export interface Asked {
  readonly of: Beneficiary;
  readonly amountFen: number;
  readonly acceptedAt: string;
}

/**
 * A case's first reservation: the money where nobody waits and it suffices, else a place on the waiting list. Compose the writes with
 * the case's own change; a retry finds the reservation and writes nothing.
 */
export function reserving(
  account: LedgerAccount,
  { of, amountFen, acceptedAt }: Asked,
  occasion: Occasion,
  ledger: LedgerStore,
): { readonly reservation: Reservation; readonly writes: GuardedWrite[] } {
  const { programmeId, year } = account;
  const now = account.state === 'OPEN' && account.waitingCount === 0 && account.remainingFen >= amountFen;
  const reservation: Reservation = {
    programmeId,
    year,
    of,
    state: now ? 'RESERVED' : 'WAITING',
    amountFen,
    acceptedAt,
    changedAt: occasion.at,
    version: 1,
  };
  const entry = entryOf(account, { kind: 'reserve', amountFen, of }, occasion);
  const writes = now
    ? ledger.post(account, [entry], { past: true })
    : [...ledger.post(account, [], { joins: reservation }), ledger.join(reservation)];
  return { reservation, writes: [...writes, ledger.keep(undefined, reservation)] };
}

/** The head of the waiting list gets its money. */
export function serving({ account, reservation, occasion, ledger }: Reserved): GuardedWrite[] {
  const { amountFen, of } = reservation;
  const entry = entryOf(account, { kind: 'reserve', amountFen, of }, occasion);
  return [
    ...ledger.post(account, [entry], { served: true, leaves: reservation }),
    ledger.leave(reservation),
    ledger.keep(reservation, next(reservation, 'RESERVED', occasion)),
  ];
}

/** All of a reservation is given back: what was reserved returns to the budget, a place on the list becomes free. */
export function releasing(
  { account, reservation, occasion, ledger }: Reserved,
  afterYearEnd?: AfterYearEnd,
): GuardedWrite[] {
  const released = next(reservation, 'RELEASED', occasion);
  if (reservation.state === 'WAITING') {
    return [...leaving({ account, reservation, ledger }), ledger.keep(reservation, released)];
  }
  const { amountFen } = reservation;
  return [
    ...returned({ account, reservation, occasion, ledger }, 'release', amountFen, { afterYearEnd }),
    ledger.keep(reservation, released),
  ];
}

/** A part of what is reserved is given back: patents were struck out, the rest goes on. */
export function reducing(
  reserved: Reserved,
  byFen: number,
  afterYearEnd?: AfterYearEnd,
): { readonly writes: GuardedWrite[] } {
  const { reservation, occasion, ledger } = reserved;
  if (reservation.state !== 'RESERVED' || byFen <= 0 || byFen >= reservation.amountFen) {
    throw new RangeError(`${byFen} fen is no part of reservation ${reservation.of.caseId}`);
  }
  const reduced = { ...next(reservation, 'RESERVED', occasion), amountFen: reservation.amountFen - byFen };
  return {
    writes: [...returned(reserved, 'release', byFen, { afterYearEnd }), ledger.keep(reservation, reduced)],
  };
}

/** Paid: all that is reserved, and exactly that. */
export function spending(
  { account, reservation, occasion, ledger }: Reserved,
  funded: readonly Funded[],
): GuardedWrite[] {
  const { amountFen, of } = reservation;
  const entry = entryOf(account, { kind: 'spend', amountFen, of, funded }, occasion);
  return [...ledger.post(account, [entry]), ledger.keep(reservation, next(reservation, 'SPENT', occasion))];
}

/** Paid back after the payment, wholly or in part: the patents that were found abnormal. */
export function recovering(
  recovered: Reserved,
  amountFen: number,
  funded: readonly Funded[],
  afterYearEnd?: AfterYearEnd,
): GuardedWrite[] {
  return returned(recovered, 'recover', amountFen, { funded, afterYearEnd });
}

/** Gives up a place on the list and moves no money. */
export function leaving({ account, reservation, ledger }: Omit<Reserved, 'occasion'>): GuardedWrite[] {
  return [...ledger.post(account, [], { leaves: reservation }), ledger.leave(reservation)];
}

/** The reservation's next state. @throws RangeError where it may not follow the present one */
export function next(read: Reservation, state: ReservationState, { at }: Pick<Occasion, 'at'>): Reservation {
  if (!RESERVATION_TRANSITIONS[read.state].includes(state)) {
    throw new RangeError(`reservation ${read.of.caseId} is ${read.state} and cannot become ${state}`);
  }
  return { ...read, state, changedAt: at, version: read.version + 1 };
}

interface Returned {
  readonly funded?: readonly Funded[];
  readonly afterYearEnd?: AfterYearEnd | undefined;
}

/** Money comes back: to those who wait while the year lasts; afterwards it lapses or goes into the next year, in the same write. */
function returned(
  { account, reservation, occasion, ledger }: Reserved,
  kind: 'release' | 'recover',
  amountFen: number,
  { funded, afterYearEnd }: Returned,
): GuardedWrite[] {
  const { of } = reservation;
  const back = entryOf(account, { kind, amountFen, of, ...(funded && { funded }) }, occasion);
  if (account.state === 'OPEN') return ledger.post(account, [back]);
  if (afterYearEnd === undefined)
    throw new RangeError(`account ${account.year} is closed: say where money goes`);
  if ('lapses' in afterYearEnd) {
    return ledger.post(account, [back, entryOf(account, { kind: 'lapse', amountFen, of }, occasion)]);
  }
  const { carriedTo } = afterYearEnd;
  return [
    ...ledger.post(account, [back, entryOf(account, { kind: 'carry-out', amountFen, of }, occasion)]),
    ...ledger.post(carriedTo, [entryOf(carriedTo, { kind: 'carry-in', amountFen }, occasion)]),
  ];
}
