import type { AccountKey, Reservation } from '../../../workflows/patent-funding/ledger/contract.ts';
import { CASE_TRANSITIONS, type Case } from '../../../workflows/shared/case.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { StaleReadError, untilFresh } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { wake } from '../../shared/wake.ts';
import type { LedgerAndMachines } from '../store/services-with-ledger.ts';
import type { Occasion } from './occasion.ts';
import { leaving, next, serving } from './reservation-writes.ts';

/** Name of the wait for money. */
export const BUDGET_WAIT = 'budget';
const ACTOR = { by: 'platform', step: 'FillWaitingList' } as const;

/**
 * Gives money to those who wait, strictly in the order of acceptance: while the first does not fit, nobody behind it is served, so
 * that a small application never overtakes a large one. Called after whatever may have brought money or shortened the list; what
 * a crash leaves undone the schedule does (relay-budgets). Answers how many were served.
 */
export async function fillWaitingList(key: AccountKey, services: LedgerAndMachines): Promise<number> {
  for (let served = 0; ; ) {
    const outcome = await untilFresh(() => serveFirst(key, services));
    if (outcome === undefined) return served;
    if (outcome.served) served++;
    await wake({ caseId: outcome.caseId, name: BUDGET_WAIT }, services);
  }
}

interface Outcome {
  readonly caseId: string;
  /** Not served: its case ended meanwhile, and it only gave up its place. */
  readonly served: boolean;
}

async function serveFirst(key: AccountKey, services: LedgerAndMachines): Promise<Outcome | undefined> {
  const { ledger, cases, desk, outbox, commit, now } = services;
  // The account first: whoever joins after it was read makes the write stale.
  const account = await ledger.account(key);
  if (account === undefined || account.state !== 'OPEN' || account.waitingCount === 0) return undefined;
  const [first] = await ledger.waiting(key, 1);
  if (first === undefined) return undefined;
  const { caseId } = first;
  const [reservation, found] = await Promise.all([ledger.reservation(caseId), cases.read(caseId)]);
  // Somebody served it, or let it go, since the list was read.
  if (reservation?.state !== 'WAITING' || found === undefined) {
    throw new StaleReadError(`place of ${caseId} on the waiting list`);
  }
  const occasion = { at: localInstant(now()), actor: ACTOR, reason: '候补递补 / From the waiting list' };
  if (hasEnded(found)) {
    const free = leaving({ account, reservation, ledger });
    await commit([...free, ledger.keep(reservation, next(reservation, 'RELEASED', occasion))]);
    return { caseId, served: false };
  }
  if (account.remainingFen < first.amountFen) return undefined;
  await commit([
    ...serving({ account, reservation, occasion, ledger }),
    ...cases.change(found, {}, deedOf(reservation, occasion)),
    ...outbox.notify('budget-reserved', found, occasion.at, {}),
    desk.waits.mark({ caseId, name: BUDGET_WAIT }),
  ] satisfies GuardedWrite[]);
  return { caseId, served: true };
}

const hasEnded = ({ status }: Case) => CASE_TRANSITIONS[status].length === 0;

function deedOf({ programmeId, year, amountFen }: Reservation, { at, actor }: Occasion) {
  return { kind: 'budget-reserved', at, actor, details: { programmeId, year, amountFen } } as const;
}
