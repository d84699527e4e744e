import type { FundingDetail } from '../../workflows/patent-funding/contract.ts';
import type { Payment } from '../../workflows/patent-funding/money/progress.ts';
import { OrderPayment } from '../../workflows/patent-funding/money/steps.ts';
import type { PaymentOrder } from '../../workflows/patent-funding/payment/contract.ts';
import type { AskedQuestion } from '../../workflows/shared/desk-steps.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { programmeToday } from './money/account.ts';
import { nothingLeft } from './money/nothing-left.ts';
import { askedOf, plannedTask, secondsUntil } from './money/planned-task.ts';
import { recheckGrant } from './money/recheck-grant.ts';
import { releaseStruck } from './money/release-struck.ts';
import { strikeOut } from './money/strike-out.ts';
import { noticeOf } from './notice/notice-of.ts';
import { notPaid } from './payment/not-paid.ts';
import { answered, awaitRegistry } from './registry/unreachable.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { moneyRulesOn } from './store/money-rules.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Next =
  | { caseId: string; next: 'pay'; question: AskedQuestion }
  | { caseId: string; next: 'correct' | 'later'; seconds: number }
  | { caseId: string; next: 'end' };

const ACTOR = { by: 'platform', step: 'OrderPayment' } as const;

/**
 * Looks at every patent a last time and orders finance to pay what is left, to the account as it stands. From then on the case cannot
 * be withdrawn. An order that was returned waits for the applicant's correction; without it the case ends. A second run finds the order.
 */
export async function orderPayment(
  { caseId }: { readonly caseId: string },
  services: MoneyServices,
): Promise<Next> {
  const next = await untilFresh(() => orderOnce(caseId, services));
  await releaseStruck(caseId, services);
  return next;
}

async function orderOnce(caseId: string, services: MoneyServices): Promise<Next> {
  const read = await readFundingUnderWay(caseId, services);
  const { outcome, progress } = read.detail;
  const now = services.now();
  if (outcome && outcome.end !== 'approved') return { caseId, next: 'end' };
  const payment = progress?.payment;
  if (payment?.state === 'ORDERED') return { caseId, next: 'pay', question: askedOf(payment.task, now) };
  const returned = payment?.state === 'RETURNED' ? payment.returned : undefined;
  if (returned && returned.correctedAt === undefined) {
    const seconds = secondsUntil(returned.correctBy, now);
    if (Date.parse(returned.correctBy) > now.getTime()) return { caseId, next: 'correct', seconds };
    await services.commit(notPaid(read, ACTOR, services));
    return { caseId, next: 'end' };
  }
  const struck = await recheckGrant(read, services);
  if (struck === undefined) {
    return { caseId, next: 'later', seconds: await awaitRegistry(read, ACTOR, services) };
  }
  const funding = answered(read);
  const at = localInstant(now);
  const left = await strikeOut(
    funding,
    struck,
    { at, actor: ACTOR, reason: '拨付前复核 / Re-check before payment' },
    services,
  );
  const noticed = struck.size === 0 ? [] : [await struckInNotice(funding, [...struck.keys()], services)];
  if (left.nothingLeft) {
    await services.commit([
      ...nothingLeft(funding, left, struck, { at, actor: ACTOR }, services),
      ...noticed,
    ]);
    return { caseId, next: 'end' };
  }
  const { ordered, writes } = await newOrder(funding, left.detail, at, services);
  await services.commit([
    ...services.cases.change(
      funding.case,
      { detail: { ...left.detail, progress: { ...left.detail.progress, payment: ordered } } },
      {
        kind: 'payment-ordered',
        at,
        actor: ACTOR,
        details: {
          orderNumber: ordered.orderNumber,
          amountFen: ordered.amountFen,
          struckOut: [...struck.keys()],
        },
      },
    ),
    ...left.writes,
    ...noticed,
    ...writes,
  ]);
  return { caseId, next: 'pay', question: askedOf(ordered.task, now) };
}

async function struckInNotice(funding: FundingCase, numbers: string[], services: MoneyServices) {
  const notice = await noticeOf(funding, services);
  return services.notices.change(notice, { struckOut: [...notice.struckOut, ...numbers] });
}

async function newOrder(
  { case: { caseId, caseNumber, applicant } }: FundingCase,
  detail: FundingDetail,
  orderedAt: string,
  services: MoneyServices,
): Promise<{ ordered: Payment; writes: GuardedWrite[] }> {
  const { programmeId, budgetYear, account, amountFen = 0, grant, progress } = detail;
  const year = localDateOf(services.now()).slice(0, 4);
  const number = await services.numbers.next(`payment-order#${year}`);
  const orderNumber = `BF-${year}-${String(number.value).padStart(6, '0')}`;
  const round = (progress?.payment?.round ?? 0) + 1;
  const { paymentDepartmentId: departmentId } = await programmeToday(programmeId, services);
  const { promisedWorkingDays } = moneyRulesOn(localDateOf(services.now())).payment;
  const planned = { caseId, name: `payment-${round}`, departmentId, promisedWorkingDays };
  const payTask = await plannedTask(planned, services);
  const order: PaymentOrder = {
    orderNumber,
    caseId,
    caseNumber,
    taskId: payTask.taskId,
    departmentId,
    programmeId,
    budgetYear,
    payee: applicant,
    account,
    amountFen,
    patentCount: grant?.patents.length ?? 0,
    orderedAt,
  };
  return {
    ordered: { state: 'ORDERED', round, orderNumber, amountFen, orderedAt, task: payTask },
    writes: [number.take, ...services.orders.give(order)],
  };
}

export const handler = task(OrderPayment, orderPayment, moneyServices);
