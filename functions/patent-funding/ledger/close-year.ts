import type {
  AccountKey,
  LedgerAccount,
  Reservation,
  YearEndRule,
} from '../../../workflows/patent-funding/ledger/contract.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { wake } from '../../shared/wake.ts';
import type { LedgerAndMachines } from '../store/services-with-ledger.ts';
import { BUDGET_WAIT, fillWaitingList } from './fill-waiting-list.ts';
import { entryOf, type Occasion } from './occasion.ts';
import { openedAccount } from './opened-account.ts';
import { leaving, next } from './reservation-writes.ts';

const ACTOR = { by: 'platform', step: 'CloseYear' } as const;

/** The rule of the programme, and what it plans for the year after. */
export interface YearEnd extends YearEndRule {
  readonly nextBudgetFen: number;
}

/**
 * Ends the year of an account: what is left lapses or is carried into the next year, and so do those who wait. What is reserved
 * stays reserved and is paid from the account. Every step is one transaction; a second run goes on where the first stopped.
 */
export async function closeYear(key: AccountKey, end: YearEnd, services: LedgerAndMachines): Promise<void> {
  const occasion = {
    at: localInstant(services.now()),
    actor: ACTOR,
    reason: `${key.year} 年度结转 / Year end: ${end.unspent}, ${end.waiting}`,
  };
  const after = { programmeId: key.programmeId, year: key.year + 1 };
  const nextAccount = async () =>
    openedAccount({ ...after, budgetFen: end.nextBudgetFen }, occasion, services);
  await untilFresh(() => closeAccount(key, end, { occasion, nextAccount }, services));
  while (await untilFresh(() => moveFirst(key, end, { occasion, nextAccount }, services)));
  if (end.waiting === 'carry' || end.unspent === 'carry') await fillWaitingList(after, services);
}

interface Closing {
  readonly occasion: Occasion;
  readonly nextAccount: () => Promise<LedgerAccount>;
}

async function closeAccount(
  key: AccountKey,
  { unspent }: YearEnd,
  { occasion, nextAccount }: Closing,
  { ledger, commit }: LedgerAndMachines,
): Promise<void> {
  const account = await ledger.account(key);
  if (account === undefined || account.state === 'CLOSED') return;
  const amountFen = account.remainingFen;
  if (amountFen === 0) return commit(ledger.post(account, [], { closes: true }));
  if (unspent === 'lapse') {
    const lapse = entryOf(key, { kind: 'lapse', amountFen }, occasion);
    return commit(ledger.post(account, [lapse], { closes: true }));
  }
  const following = await nextAccount();
  await commit([
    ...ledger.post(account, [entryOf(key, { kind: 'carry-out', amountFen }, occasion)], { closes: true }),
    ...ledger.post(following, [entryOf(following, { kind: 'carry-in', amountFen }, occasion)]),
  ]);
}

/** Says whether anybody was moved: the first of the list leaves it, into the next year's or for good. */
async function moveFirst(
  key: AccountKey,
  { waiting }: YearEnd,
  { occasion, nextAccount }: Closing,
  services: LedgerAndMachines,
): Promise<boolean> {
  const { ledger, commit, desk } = services;
  const account = await ledger.account(key);
  const [first] = await ledger.waiting(key, 1);
  if (account === undefined || first === undefined) return false;
  const { caseId } = first;
  const reservation = await ledger.reservation(caseId);
  if (reservation?.state !== 'WAITING') throw new Error(`${caseId} stands on the list and does not wait`);
  const left = leaving({ account, reservation, ledger });
  const ended =
    waiting === 'lapse'
      ? [ledger.keep(reservation, next(reservation, 'LAPSED', occasion))]
      : carried(reservation, await nextAccount(), occasion, services);
  await commit([...left, ...ended, desk.waits.mark({ caseId, name: BUDGET_WAIT })]);
  await wake({ caseId, name: BUDGET_WAIT }, services);
  return true;
}

/** The place is kept by the time of acceptance, also among those of the new year. */
function carried(
  reservation: Reservation,
  following: LedgerAccount,
  occasion: Occasion,
  { ledger }: Pick<LedgerAndMachines, 'ledger'>,
): GuardedWrite[] {
  const moved = { ...next(reservation, 'WAITING', occasion), year: following.year };
  return [
    ...ledger.post(following, [], { joins: moved }),
    ledger.join(moved),
    ledger.keep(reservation, moved),
  ];
}
