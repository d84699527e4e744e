import { randomUUID } from 'node:crypto';
import { SendTaskFailureCommand } from '@aws-sdk/client-sfn';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { fillWaitingList } from '../../../functions/patent-funding/ledger/fill-waiting-list.ts';
import { entryOf, newAccount } from '../../../functions/patent-funding/ledger/occasion.ts';
import {
  releasing,
  reserving,
  spending,
} from '../../../functions/patent-funding/ledger/reservation-writes.ts';
import {
  type LedgerStore,
  ledgerStore,
  wholeTally,
} from '../../../functions/patent-funding/store/ledger-store.ts';
import { untilFresh } from '../../../functions/shared/store/stale-read.ts';
import type { AccountKey, LedgerEntry } from '../../../workflows/patent-funding/ledger/contract.ts';
import { balances } from '../../../workflows/patent-funding/ledger/rules/posting.ts';
import { differences } from '../../../workflows/patent-funding/ledger/rules/recount.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { submitCase } from '../support/sample-case.ts';
import { NOW, type World, world } from '../support/world.ts';

export interface LedgerWorld extends World {
  readonly ledger: LedgerStore;
}

export function ledgerWorld(db: DynamoDBDocumentClient): LedgerWorld {
  const w = world(db);
  w.stepFunctions.on(SendTaskFailureCommand).resolves({});
  return { ...w, ledger: ledgerStore(db, 'LedgerTable') };
}

export const OCCASION = { at: NOW, actor: { by: 'platform', step: 'test' }, reason: 'test' } as const;

export const beneficiary = (caseId: string) => ({
  caseId,
  caseNumber: `PF-${caseId.slice(0, 8)}`,
  uscc: ENTERPRISE.organisationId,
  name: 'Qiyuan',
  level: 'little-giant',
  lane: 'fast' as const,
});

/** An account of a programme of its own. */
export async function openedLedger(w: LedgerWorld, allottedFen: number) {
  const key: AccountKey = { programmeId: `programme-${randomUUID()}`, year: 2026 };
  const first =
    allottedFen > 0 ? entryOf(key, { kind: 'allot', amountFen: allottedFen }, OCCASION) : undefined;
  await w.commit(w.ledger.open(newAccount(key, allottedFen), first));
  return ledgerOn(w, key);
}

/** What steps and requests do with an account; each may be done again. */
export function ledgerOn(w: LedgerWorld, key: AccountKey) {
  const account = async () => {
    const found = await w.ledger.account(key);
    if (!found) throw new Error('the account was opened');
    return found;
  };
  const read = async (caseId: string) => {
    const reservation = await w.ledger.reservation(caseId);
    if (!reservation) throw new Error('nothing is reserved');
    return { account: await account(), reservation, occasion: OCCASION, ledger: w.ledger };
  };
  return {
    key,
    account,
    read,
    /** A case with its reservation, or its place on the list. A case that has one is left alone. */
    async reserve(caseId: string, amountFen: number, acceptedAt: string = NOW) {
      await untilFresh(async () => {
        if (await w.ledger.reservation(caseId)) return;
        const asked = { of: beneficiary(caseId), amountFen, acceptedAt };
        await w.commit(reserving(await account(), asked, OCCASION, w.ledger).writes);
      });
      await fillWaitingList(key, w);
      return (await w.ledger.reservation(caseId))?.state;
    },
    async release(caseId: string) {
      await untilFresh(async () => {
        const found = await read(caseId);
        const held = found.reservation.state === 'RESERVED' || found.reservation.state === 'WAITING';
        if (held) await w.commit(releasing(found));
      });
      await fillWaitingList(key, w);
    },
    async spend(caseId: string) {
      await untilFresh(async () => {
        const found = await read(caseId);
        const { state, amountFen } = found.reservation;
        const funded = [{ by: 'ipc', name: 'H04', patents: 1, amountFen }] as const;
        if (state === 'RESERVED') await w.commit(spending(found, funded));
      });
    },
    async allot(entryId: string, amountFen: number) {
      await untilFresh(async () => {
        const entry = { ...entryOf(key, { kind: 'allot', amountFen }, OCCASION), entryId };
        if ((await entries(w, key)).some((before) => before.entryId === entryId)) return;
        await w.commit(w.ledger.post(await account(), [entry]));
      });
      await fillWaitingList(key, w);
    },
  };
}

export type OpenedLedger = ReturnType<typeof ledgerOn>;

/** A case that can be changed; what it is of does not matter to the ledger. */
export async function aCase(w: LedgerWorld): Promise<string> {
  const caseId = randomUUID();
  await submitCase(w, caseId);
  return caseId;
}

export async function entries(w: LedgerWorld, key: AccountKey): Promise<LedgerEntry[]> {
  return [...(await w.ledger.entries(key, { limit: 1000 })).items];
}

/** Everything that is wrong with an account: it must add up, and agree with its entries, its reservations and its list. */
export async function wrongs(w: LedgerWorld, key: AccountKey, caseIds: readonly string[]): Promise<string[]> {
  const account = await w.ledger.account(key);
  if (!account) return ['no account'];
  const [written, tally, list] = await Promise.all([
    entries(w, key),
    wholeTally(w.ledger, key),
    w.ledger.waiting(key, 1000),
  ]);
  const found = (await Promise.all(caseIds.map((caseId) => w.ledger.reservation(caseId)))).filter(
    (reservation) => reservation?.year === key.year,
  );
  const sum = (state: string) =>
    found.reduce((fen, one) => fen + (one?.state === state ? one.amountFen : 0), 0);
  const [head] = list;
  const claims: [string, boolean][] = [
    ['it adds up', balances(account)],
    ['reserved is what reservations say', account.reservedFen === sum('RESERVED')],
    ['spent is what reservations say', account.spentFen === sum('SPENT')],
    ['the list is as long as it says', account.waitingCount === list.length],
    ['waiting is what reservations say', account.waitingFen === sum('WAITING')],
    ['nobody waits for what is there', !head || head.amountFen > account.remainingFen],
  ];
  return [
    ...differences(account, tally, written),
    ...claims.filter(([, holds]) => !holds).map(([claim]) => `not so: ${claim}`),
  ];
}
