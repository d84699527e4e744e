import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  AccountKey,
  LedgerAccount,
  LedgerEntry,
  Reservation,
} from '../../../workflows/patent-funding/ledger/contract.ts';
import { ENTERPRISE } from '../../../workflows/patent-funding/ledger/rules/tally.ts';
import { decodeCursor, onward, type Page, type PageRequest } from '../../shared/store/cursor.ts';
import { wholePartition } from '../../shared/store/whole-partition.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { DIRECTORY, ENTERPRISES, ENTRIES, LEDGER_KEY, WAITING } from './ledger-key.ts';
import { joinList, type ListChange, leaveList, openAccount, post, putReservation } from './ledger-write.ts';

/** Somebody on the waiting list. */
const Place = z.object({ caseId: z.string(), amountFen: z.int().positive(), acceptedAt: z.string() });
export type Place = z.infer<typeof Place>;

/** What one enterprise has of an account. */
const EnterpriseShare = z.object({
  sk: z.string().transform((sk) => sk.slice(ENTERPRISES.length)),
  name: z.string(),
  reservedFen: z.int().default(0),
  spentFen: z.int().default(0),
});
export interface EnterpriseShare {
  readonly uscc: string;
  readonly name: string;
  readonly reservedFen: number;
  readonly spentFen: number;
}

/** LedgerTable. Reads are by key and strongly consistent; every change is composed of the writes below. */
export interface LedgerStore {
  account(key: AccountKey): Promise<LedgerAccount | undefined>;
  /** Every account there is, oldest year first. */
  accounts(): Promise<AccountKey[]>;
  reservation(caseId: string): Promise<Reservation | undefined>;
  /** The first on the waiting list, in order of acceptance. */
  waiting(key: AccountKey, limit: number): Promise<Place[]>;
  /** Oldest first. */
  entries(key: AccountKey, page: PageRequest): Promise<Page<LedgerEntry>>;
  /** The counters of rules/tally.ts, without those of enterprises. */
  tally(key: AccountKey): Promise<Map<string, number>>;
  enterprises(key: AccountKey): Promise<EnterpriseShare[]>;
  /** @see post */
  post(account: LedgerAccount, entries: readonly LedgerEntry[], list?: ListChange): GuardedWrite[];
  /** @see openAccount */
  open(account: LedgerAccount, first: LedgerEntry | undefined): GuardedWrite[];
  /** @see putReservation */
  keep(read: Reservation | undefined, next: Reservation): GuardedWrite;
  join(reservation: Reservation): GuardedWrite;
  leave(reservation: Reservation): GuardedWrite;
}

export function ledgerStore(db: DynamoDBDocumentClient, TableName: string): LedgerStore {
  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const query = (pk: string, prefix: string, more: object = {}) =>
    db.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ...more,
      }),
    );
  return {
    async account(key) {
      const item = await get(LEDGER_KEY.account(key));
      return item && LedgerAccount.strip().parse(item);
    },
    async accounts() {
      return z.array(AccountKey.strip()).parse(await wholePartition(db, TableName, DIRECTORY));
    },
    async reservation(caseId) {
      const item = await get(LEDGER_KEY.reservation(caseId));
      return item && Reservation.strip().parse(item);
    },
    async waiting(key, limit) {
      const { Items = [] } = await query(LEDGER_KEY.partition(key), WAITING, { Limit: limit });
      return z.array(Place).parse(Items);
    },
    async entries(key, { limit, cursor }) {
      const list = `ledger#${LEDGER_KEY.partition(key)}`;
      const { Items = [], LastEvaluatedKey } = await query(LEDGER_KEY.partition(key), ENTRIES, {
        Limit: limit,
        ...(cursor && {
          ExclusiveStartKey: { pk: LEDGER_KEY.partition(key), sk: decodeCursor(list, cursor) },
        }),
      });
      return {
        items: z.array(LedgerEntry.strip()).parse(Items),
        ...onward(list, LastEvaluatedKey?.sk),
      };
    },
    async tally(key) {
      const { pk: _, sk: __, ...counters } = (await get(LEDGER_KEY.tally(key))) ?? {};
      return new Map(Object.entries(z.record(z.string(), z.int()).parse(counters)));
    },
    async enterprises(key) {
      const prefix = ENTERPRISES;
      const found = await wholePartition(db, TableName, LEDGER_KEY.partition(key), { prefix });
      return z
        .array(EnterpriseShare)
        .parse(found)
        .map(({ sk: uscc, ...share }) => ({ uscc, ...share }));
    },
    post: (account, entries, list) => post(TableName, account, entries, list),
    open: (account, first) => openAccount(TableName, account, first),
    keep: (read, next) => putReservation(TableName, read, next),
    join: (reservation) => joinList(TableName, reservation),
    leave: (reservation) => leaveList(TableName, reservation),
  };
}

/** All counters of an account by the names of rules/tally.ts, those of enterprises with them. */
export async function wholeTally(ledger: LedgerStore, key: AccountKey): Promise<Map<string, number>> {
  const [tally, enterprises] = await Promise.all([ledger.tally(key), ledger.enterprises(key)]);
  for (const { uscc, reservedFen, spentFen } of enterprises) {
    tally.set(`${ENTERPRISE}${uscc}#reservedFen`, reservedFen);
    tally.set(`${ENTERPRISE}${uscc}#spentFen`, spentFen);
  }
  return tally;
}
