import type {
  AccountKey,
  LedgerEntry,
  Reservation,
} from '../../../workflows/patent-funding/ledger/contract.ts';

interface Key {
  readonly pk: string;
  readonly sk: string;
}

const partition = ({ programmeId, year }: AccountKey) => `account#${programmeId}#${year}`;
const of = (account: AccountKey, sk: string): Key => ({ pk: partition(account), sk });
const utc = (instant: string) => new Date(instant).toISOString();

/** Keys of LedgerTable (docs/access-patterns.md). Everything of an account lies in its partition; a reservation with its case. */
export const LEDGER_KEY = {
  partition,
  account: (account: AccountKey) => of(account, 'account'),
  tally: (account: AccountKey) => of(account, 'tally'),
  enterprise: (account: AccountKey, uscc: string) => of(account, `${ENTERPRISES}${uscc}`),
  entry: (entry: LedgerEntry) => of(entry, `${ENTRIES}${utc(entry.at)}#${entry.entryId}`),
  /** In order of acceptance. */
  waiting: (reservation: Reservation) =>
    of(reservation, `${WAITING}${utc(reservation.acceptedAt)}#${reservation.of.caseId}`),
  reservation: (caseId: string): Key => ({ pk: `case#${caseId}`, sk: 'reservation' }),
  /** A payment order as it was given. */
  order: (caseId: string, orderNumber: string): Key => ({ pk: `case#${caseId}`, sk: `order#${orderNumber}` }),
  /** What a department has to pay now. */
  openOrders: (departmentId: string) => `open-orders#${departmentId}`,
  openOrder: (departmentId: string, orderNumber: string): Key => ({
    pk: LEDGER_KEY.openOrders(departmentId),
    sk: orderNumber,
  }),
  /** Leads to every account there is. */
  directory: ({ programmeId, year }: AccountKey): Key => ({ pk: DIRECTORY, sk: `${year}#${programmeId}` }),
} as const;

export const DIRECTORY = 'accounts';
export const ENTRIES = 'entry#';
export const WAITING = 'waiting#';
export const ENTERPRISES = 'enterprise#';
