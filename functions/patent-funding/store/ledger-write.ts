import type {
  LedgerAccount,
  LedgerEntry,
  Reservation,
} from '../../../workflows/patent-funding/ledger/contract.ts';
import { movementOf, POTS } from '../../../workflows/patent-funding/ledger/rules/posting.ts';
import { countedOf, ENTERPRISE } from '../../../workflows/patent-funding/ledger/rules/tally.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { LEDGER_CONDITION } from './ledger-condition.ts';
import { LEDGER_KEY } from './ledger-key.ts';

/** What a change of an account does to its waiting list. */
export interface ListChange {
  /** Takes money past the list, which must be empty. */
  readonly past?: true;
  readonly joins?: Pick<Reservation, 'amountFen'>;
  readonly leaves?: Pick<Reservation, 'amountFen'>;
  /** The head that is served must still be the head. */
  readonly served?: true;
  readonly closes?: true;
}

/**
 * The one way an account changes: its pots by the sum of some entries, on condition that it holds what is taken and that its
 * state is as it was read; the entries; and the counters they stand in. All entries of a posting have one beneficiary. A pot is
 * changed by ADD, so that postings that do not concern each other do not make each other stale.
 */
export function post(
  TableName: string,
  account: LedgerAccount,
  entries: readonly LedgerEntry[],
  list: ListChange = {},
): GuardedWrite[] {
  return [
    changeAccount(TableName, account, entries, list),
    ...entries.map((entry) => putOnce(TableName, { ...LEDGER_KEY.entry(entry), ...entry })),
    ...countEntries(TableName, entries),
  ];
}

function changeAccount(
  TableName: string,
  account: LedgerAccount,
  entries: readonly LedgerEntry[],
  { past, joins, leaves, served, closes }: ListChange,
): GuardedWrite {
  const moved = movementOf(entries);
  const pots = POTS.filter((pot) => moved[pot] !== 0);
  const taken = pots.filter((pot) => moved[pot] < 0);
  const waiting = (joins ? 1 : 0) - (leaves ? 1 : 0);
  const added = {
    ...Object.fromEntries(pots.map((pot) => [pot, moved[pot]])),
    ...(waiting !== 0 && {
      waitingCount: waiting,
      waitingFen: (joins?.amountFen ?? 0) - (leaves?.amountFen ?? 0),
    }),
    ...(joins && { listVersion: 1 }),
  };
  const conditions = [
    LEDGER_CONDITION.sameState,
    ...taken.map(LEDGER_CONDITION.holds),
    ...(past ? [LEDGER_CONDITION.nobodyWaits] : []),
    ...(served ? [LEDGER_CONDITION.sameList] : []),
    ...(closes ? [LEDGER_CONDITION.sameRemaining] : []),
  ];
  const sets = closes ? 'SET #state = :closed ' : '';
  const adds = Object.keys(added).map((name) => `#${name} :${name}`);
  return {
    write: {
      Update: {
        TableName,
        Key: LEDGER_KEY.account(account),
        ConditionExpression: conditions.join(' AND '),
        UpdateExpression: sets + (adds.length > 0 ? `ADD ${adds.join(', ')}` : ''),
        ExpressionAttributeNames: {
          '#state': 'state',
          ...Object.fromEntries(Object.keys(added).map((name) => [`#${name}`, name])),
        },
        ExpressionAttributeValues: {
          ':readState': account.state,
          ...Object.fromEntries(Object.entries(added).map(([name, value]) => [`:${name}`, value])),
          ...Object.fromEntries(taken.map((pot) => [`:${pot}Taken`, -moved[pot]])),
          ...(past && { ':nobody': 0 }),
          ...(served && { ':readList': account.listVersion }),
          ...(closes && { ':closed': 'CLOSED', ':readRemaining': account.remainingFen }),
        },
      },
    },
    otherwise: () => new StaleReadError(`account ${account.programmeId} ${account.year}`),
  };
}

/** One item of the account's, and one of the enterprise's. Counters that come out even are left alone. */
function countEntries(TableName: string, entries: readonly LedgerEntry[]): GuardedWrite[] {
  const [first] = entries;
  if (first?.of === undefined) return [];
  const sums = new Map<string, number>();
  for (const { counter, by } of entries.flatMap(countedOf)) sums.set(counter, (sums.get(counter) ?? 0) + by);
  const own = `${ENTERPRISE}${first.of.uscc}#`;
  const moved = [...sums].filter(([, by]) => by !== 0);
  const ofEnterprise = moved
    .filter(([counter]) => counter.startsWith(own))
    .map(([counter, by]) => [counter.slice(own.length), by] as const);
  const ofAccount = moved.filter(([counter]) => !counter.startsWith(own));
  return [
    ...addTo(TableName, LEDGER_KEY.tally(first), ofAccount),
    ...addTo(TableName, LEDGER_KEY.enterprise(first, first.of.uscc), ofEnterprise, first.of.name),
  ];
}

function addTo(
  TableName: string,
  Key: { pk: string; sk: string },
  counters: readonly (readonly [string, number])[],
  name?: string,
): GuardedWrite[] {
  if (counters.length === 0) return [];
  const adds = counters.map((_, index) => `#c${index} :c${index}`);
  return [
    {
      write: {
        Update: {
          TableName,
          Key,
          UpdateExpression: `${name === undefined ? '' : 'SET #name = :name '}ADD ${adds.join(', ')}`,
          ExpressionAttributeNames: {
            ...Object.fromEntries(counters.map(([counter], index) => [`#c${index}`, counter])),
            ...(name !== undefined && { '#name': 'name' }),
          },
          ExpressionAttributeValues: {
            ...Object.fromEntries(counters.map(([, by], index) => [`:c${index}`, by])),
            ...(name !== undefined && { ':name': name }),
          },
        },
      },
    },
  ];
}

/** A new account with its first allotment, where nobody opened it before. Three writes, or two where nothing is allotted. */
export function openAccount(
  TableName: string,
  account: LedgerAccount,
  first: LedgerEntry | undefined,
): GuardedWrite[] {
  const stale = () => new StaleReadError(`account ${account.programmeId} ${account.year}`);
  const { programmeId, year } = account;
  return [
    { ...putOnce(TableName, { ...LEDGER_KEY.account(account), ...account }), otherwise: stale },
    putOnce(TableName, { ...LEDGER_KEY.directory(account), programmeId, year }),
    ...(first ? [putOnce(TableName, { ...LEDGER_KEY.entry(first), ...first })] : []),
  ];
}

/** A reservation's first or next state, on condition that it is as it was read. One write. */
export function putReservation(
  TableName: string,
  read: Reservation | undefined,
  next: Reservation,
): GuardedWrite {
  const Item = { ...LEDGER_KEY.reservation(next.of.caseId), ...next };
  return {
    write: {
      Put: {
        TableName,
        Item,
        ...(read
          ? {
              ConditionExpression: LEDGER_CONDITION.unchanged,
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':readVersion': read.version },
            }
          : { ConditionExpression: LEDGER_CONDITION.absent }),
      },
    },
    otherwise: () => new StaleReadError(`reservation of ${next.of.caseId}`),
  };
}

/** A place on the waiting list, or its end. One write. */
export function joinList(TableName: string, reservation: Reservation): GuardedWrite {
  const { of, amountFen, acceptedAt } = reservation;
  return putOnce(TableName, { ...LEDGER_KEY.waiting(reservation), caseId: of.caseId, amountFen, acceptedAt });
}

export function leaveList(TableName: string, reservation: Reservation): GuardedWrite {
  return {
    write: {
      Delete: {
        TableName,
        Key: LEDGER_KEY.waiting(reservation),
        ConditionExpression: LEDGER_CONDITION.present,
      },
    },
    otherwise: () => new StaleReadError(`place of ${reservation.of.caseId}`),
  };
}

function putOnce(TableName: string, Item: Record<string, unknown>): GuardedWrite {
  return { write: { Put: { TableName, Item, ConditionExpression: LEDGER_CONDITION.absent } } };
}
