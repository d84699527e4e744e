import type { FundingDetail } from '../../workflows/patent-funding/contract.ts';
import type { Reservation } from '../../workflows/patent-funding/ledger/contract.ts';
import { ReserveBudget } from '../../workflows/patent-funding/money/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { fillWaitingList } from './ledger/fill-waiting-list.ts';
import { reserving } from './ledger/reservation-writes.ts';
import { accountToPay } from './money/account.ts';
import { acceptedAtOf, beneficiaryOf } from './money/beneficiary.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Next = { caseId: string; next: 'publish' | 'wait' | 'end' };

const ACTOR = { by: 'platform', step: 'ReserveBudget' } as const;

/**
 * Reserves what is granted, once for the case; where the budget does not suffice, or others wait, the case waits in the order of
 * acceptance. A second run, and the machine that was woken, finds how it stands.
 */
export async function reserveBudget(
  { caseId }: { readonly caseId: string },
  services: MoneyServices,
): Promise<Next> {
  const before = await untilFresh(() => reserveOnce(caseId, services));
  if (before === undefined) return { caseId, next: 'end' };
  // Whoever joined the list after money came back looks for itself.
  if (before.state === 'WAITING') await fillWaitingList(before, services);
  const reservation = await services.ledger.reservation(caseId);
  switch (reservation?.state) {
    case 'RESERVED':
    case 'SPENT':
      return { caseId, next: 'publish' };
    case 'WAITING':
      return { caseId, next: 'wait' };
    default:
      await untilFresh(() => budgetLapsed(caseId, services));
      return { caseId, next: 'end' };
  }
}

async function reserveOnce(caseId: string, services: MoneyServices): Promise<Reservation | undefined> {
  const funding = await readFundingUnderWay(caseId, services);
  const found = await services.ledger.reservation(caseId);
  if (found) return found;
  const { detail, case: read } = funding;
  const amountFen = detail.amountFen ?? 0;
  const at = localInstant(services.now());
  const occasion = { at, actor: ACTOR, reason: `审核通过 / Approved: ${read.caseNumber}` };
  const account = await accountToPay(detail, occasion, services);
  if (account === undefined) {
    await budgetLapsed(caseId, services);
    return undefined;
  }
  const asked = { of: beneficiaryOf(funding), amountFen, acceptedAt: acceptedAtOf(funding) };
  const { reservation, writes } = reserving(account, asked, occasion, services.ledger);
  const { programmeId, year } = account;
  const waits = reservation.state === 'WAITING';
  await services.commit([
    ...writes,
    ...services.cases.change(
      read,
      {},
      {
        kind: waits ? 'budget-waiting' : 'budget-reserved',
        at,
        actor: ACTOR,
        details: { programmeId, year, amountFen },
      },
    ),
    ...(waits ? services.outbox.notify('budget-waiting', read, at, {}) : []),
  ]);
  return reservation;
}

/** The year is over and its rule carries nobody on. */
async function budgetLapsed(caseId: string, services: MoneyServices): Promise<void> {
  const { case: read, detail }: FundingCase = await readFundingUnderWay(caseId, services);
  if (detail.outcome?.end === 'budget-lapsed') return;
  const outcome: FundingDetail['outcome'] = {
    end: 'budget-lapsed',
    reasons: [
      {
        zh: `${detail.budgetYear} 年度预算已用完，候补按规定不结转`,
        en: `The budget of ${detail.budgetYear} is used up, and by rule the waiting list ends with its year`,
      },
    ],
  };
  const deed = { kind: 'budget-lapsed', at: localInstant(services.now()), actor: ACTOR } as const;
  await services.commit(services.cases.change(read, { detail: { ...detail, outcome } }, deed));
}

export const handler = task(ReserveBudget, reserveBudget, moneyServices);
