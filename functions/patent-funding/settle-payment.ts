import type { Payment } from '../../workflows/patent-funding/money/progress.ts';
import { SettlePayment } from '../../workflows/patent-funding/money/steps.ts';
import { PaymentAnswer } from '../../workflows/patent-funding/payment/contract.ts';
import { addWorkingDays, endOfDay, localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { spending } from './ledger/reservation-writes.ts';
import { accountOf, programmeToday } from './money/account.ts';
import { fundedBy } from './money/beneficiary.ts';
import { secondsUntil } from './money/planned-task.ts';
import { notPaid } from './payment/not-paid.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { moneyRulesOn } from './store/money-rules.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Next = { caseId: string; next: 'paid' | 'end' } | { caseId: string; next: 'correct'; seconds: number };
type Confirmed = Extract<PaymentAnswer, { outcome: 'confirmed' }>;
type Returned = Extract<PaymentAnswer, { outcome: 'returned' }>;

const ACTOR = { by: 'platform', step: 'SettlePayment' } as const;

/**
 * What finance answered. Confirmed: the reservation is spent, the case is DECIDED and the order settled, in one transaction, once. Returned:
 * the applicant corrects its account. A second run finds what the first wrote.
 */
export async function settlePayment(
  { caseId }: { readonly caseId: string },
  services: MoneyServices,
): Promise<Next> {
  return untilFresh(async () => {
    const funding = await readFundingUnderWay(caseId, services);
    const payment = funding.detail.progress?.payment;
    if (payment === undefined) throw new Error(`nothing was ordered for ${caseId}`);
    return payment.state === 'ORDERED'
      ? settle(funding, payment, services)
      : settledBefore(caseId, payment, services.now());
  });
}

function settledBefore(caseId: string, { state, returned }: Payment, now: Date): Next {
  if (state === 'PAID') return { caseId, next: 'paid' };
  if (state === 'VOID' || returned === undefined) return { caseId, next: 'end' };
  return { caseId, next: 'correct', seconds: secondsUntil(returned.correctBy, now) };
}

async function settle(funding: FundingCase, payment: Payment, services: MoneyServices): Promise<Next> {
  const { caseId } = funding.case;
  const { taskId, departmentId } = payment.task;
  const asked = await services.desk.read(taskId);
  const settled = services.orders.settle({ departmentId, orderNumber: payment.orderNumber });
  if (asked?.answer !== undefined) {
    const answer = PaymentAnswer.parse(asked.answer);
    return answer.outcome === 'confirmed'
      ? pay(funding, payment, answer, settled, services)
      : takeBack(funding, payment, answer, settled, services);
  }
  if (asked?.status !== 'CLOSED') throw new Error(`finance has not answered ${taskId}`);
  const reason = { zh: '拨付单由办公室关闭，未予拨付', en: 'The office closed the order: nothing was paid' };
  await services.commit([...notPaid(funding, ACTOR, services, reason), settled]);
  return { caseId, next: 'end' };
}

async function pay(
  { case: read, detail }: FundingCase,
  payment: Payment,
  { paidOn, bankReference }: Confirmed,
  settled: GuardedWrite,
  services: MoneyServices,
): Promise<Next> {
  const { caseId } = read;
  const { orderNumber, amountFen } = payment;
  const reservation = await services.ledger.reservation(caseId);
  // What was ordered is what is reserved: both change only together.
  if (reservation?.state !== 'RESERVED' || reservation.amountFen !== amountFen) {
    throw new Error(`${orderNumber} is of ${amountFen} fen and ${caseId} holds something else`);
  }
  const paidAt = localInstant(services.now());
  const occasion = { at: paidAt, actor: ACTOR, reason: `${orderNumber} ${bankReference}` };
  const { account } = await accountOf(reservation, occasion, services);
  const { fastLane } = await programmeToday(detail.programmeId, services);
  const funded = fundedBy(await services.applications.read(caseId), fastLane.keyIndustries);
  const pauses = (await services.desk.ofCase(caseId)).flatMap(({ clock }) => clock.pauses);
  const paid = { ...payment, state: 'PAID' as const, paid: { paidOn, bankReference, paidAt } };
  await services.commit([
    ...services.cases.change(
      read,
      {
        status: 'DECIDED',
        resultNumber: orderNumber,
        pauses,
        detail: {
          ...detail,
          outcome: { end: 'paid', reasons: [] },
          progress: { ...detail.progress, payment: paid },
        },
      },
      {
        kind: 'funding-paid',
        at: paidAt,
        actor: ACTOR,
        details: { orderNumber, amountFen, paidOn, bankReference },
      },
    ),
    ...spending({ account, reservation, occasion, ledger: services.ledger }, funded),
    settled,
    ...services.outbox.notify('funding-paid', read, paidAt, { number: orderNumber }),
  ]);
  return { caseId, next: 'paid' };
}

async function takeBack(
  funding: FundingCase,
  payment: Payment,
  { code, reason }: Returned,
  settled: GuardedWrite,
  services: MoneyServices,
): Promise<Next> {
  const { case: read, detail } = funding;
  const { caseId } = read;
  const now = services.now();
  const { correctionWorkingDays, mostReturns } = moneyRulesOn(localDateOf(now)).payment;
  if (payment.round > mostReturns) {
    const words = {
      zh: `拨付已被退回 ${payment.round} 次`,
      en: `Payment was returned ${payment.round} times`,
    };
    await services.commit([...notPaid(funding, ACTOR, services, words), settled]);
    return { caseId, next: 'end' };
  }
  const due = addWorkingDays(await services.calendars.read(), localDateOf(now), correctionWorkingDays);
  const returned = {
    code,
    reason,
    returnedAt: localInstant(now),
    correctBy: endOfDay(due.dueOn),
    correctByProvisional: due.provisional,
  };
  const { orderNumber } = payment;
  const progress = { ...detail.progress, payment: { ...payment, state: 'RETURNED' as const, returned } };
  await services.commit([
    ...services.cases.change(
      read,
      { detail: { ...detail, progress } },
      {
        kind: 'payment-returned',
        at: returned.returnedAt,
        actor: ACTOR,
        details: { orderNumber, code, correctBy: returned.correctBy },
      },
    ),
    settled,
    ...services.outbox.notify('payment-returned', read, returned.returnedAt, {
      number: orderNumber,
      dueAt: returned.correctBy,
    }),
  ]);
  return { caseId, next: 'correct', seconds: secondsUntil(returned.correctBy, now) };
}

export const handler = task(SettlePayment, settlePayment, moneyServices);
