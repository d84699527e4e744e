import { ReleaseReservation } from '../../workflows/patent-funding/money/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { fillWaitingList } from './ledger/fill-waiting-list.ts';
import { releasing } from './ledger/reservation-writes.ts';
import { accountOf } from './money/account.ts';
import { noticeOf } from './notice/notice-of.ts';
import { type FundingCase, readFundingCase } from './store/funding-case.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

const ACTOR = { by: 'platform', step: 'ReleaseReservation' } as const;

/**
 * Every end but payment: what was reserved returns to the budget and is given to whoever waits first; a notice that still runs ends. A case
 * that holds nothing (withdrawn before the reservation) passes through. A second run changes nothing.
 */
export async function releaseReservation(
  { caseId }: { readonly caseId: string },
  services: MoneyServices,
): Promise<{ caseId: string }> {
  await untilFresh(() => releaseOnce(caseId, services));
  const released = await services.ledger.reservation(caseId);
  if (released) {
    const { programmeId, year } = released;
    await fillWaitingList({ programmeId, year }, services);
  }
  return { caseId };
}

async function releaseOnce(caseId: string, services: MoneyServices): Promise<void> {
  const reservation = await services.ledger.reservation(caseId);
  if (reservation === undefined) return;
  if (reservation.state === 'SPENT') throw new Error(`${caseId} was paid and is not released`);
  if (reservation.state === 'RELEASED' || reservation.state === 'LAPSED') return;
  const funding = await readFundingCase(caseId, services);
  const { case: read } = funding;
  const at = localInstant(services.now());
  const { outcome } = funding.detail;
  const end = read.status === 'WITHDRAWN' ? 'withdrawn' : (outcome?.end ?? 'ended');
  const occasion = { at, actor: ACTOR, reason: `释放 / Released: ${end}` };
  const { account, afterYearEnd } = await accountOf(reservation, occasion, services);
  const { programmeId, year, amountFen } = reservation;
  await services.commit([
    ...releasing({ account, reservation, occasion, ledger: services.ledger }, afterYearEnd),
    ...services.cases.change(
      read,
      {},
      { kind: 'budget-released', at, actor: ACTOR, details: { programmeId, year, amountFen, end } },
    ),
    ...(await endNotice(funding, services)),
  ]);
}

/** Of a case that was withdrawn while its notice ran. */
async function endNotice(funding: FundingCase, services: MoneyServices): Promise<GuardedWrite[]> {
  const { notice } = funding.detail.progress ?? {};
  if (notice === undefined || notice.closedAt !== undefined) return [];
  return [services.notices.change(await noticeOf(funding, services), { state: 'ENDED' })];
}

export const handler = task(ReleaseReservation, releaseReservation, moneyServices);
