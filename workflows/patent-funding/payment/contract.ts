import * as z from 'zod';
import type { Fault } from '../../shared/fault.ts';
import { BankAccount } from '../contract.ts';

/** 拨付: the order to finance (财政局) to pay a case, and what finance answers. */

const Instant = z.iso.datetime({ offset: true });

/** An order as it was given: never changed, a corrected account makes another with a number of its own. */
export const PaymentOrder = z.strictObject({
  orderNumber: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  taskId: z.string(),
  departmentId: z.string(),
  programmeId: z.string(),
  budgetYear: z.int(),
  payee: z.strictObject({ uscc: z.string(), name: z.string() }),
  account: BankAccount,
  amountFen: z.int().positive(),
  patentCount: z.int().positive(),
  orderedAt: Instant,
});
export type PaymentOrder = z.infer<typeof PaymentOrder>;

/** What finance is asked: to pay exactly this to this account, once. */
export const PaymentQuestion = z.strictObject({
  asks: z.literal('payment'),
  orderNumber: z.string(),
  amountFen: z.int().positive(),
  account: BankAccount,
  orderedOn: z.iso.date(),
  /** The office waits for it no longer. */
  closed: z.boolean().optional(),
});
export type PaymentQuestion = z.infer<typeof PaymentQuestion>;

export const ReturnCode = z.enum(['wrong-account', 'account-closed', 'name-differs', 'other']);

export const PaymentAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('confirmed'),
    orderNumber: z.string().min(1).max(40),
    amountFen: z.int(),
    paidOn: z.iso.date(),
    /** Number of the bank's voucher. */
    bankReference: z.string().trim().min(1).max(60),
  }),
  z.strictObject({
    outcome: z.literal('returned'),
    orderNumber: z.string().min(1).max(40),
    code: ReturnCode,
    reason: z.string().trim().min(1).max(500),
  }),
]);
export type PaymentAnswer = z.infer<typeof PaymentAnswer>;

/** A confirmation is of this order, of all of its amount and of what was done by today: an order is neither split nor paid in part. */
export function paymentAnswerFaults(
  question: PaymentQuestion,
  answer: PaymentAnswer,
  todayOn: string,
): Fault[] {
  const { orderNumber, amountFen, orderedOn } = question;
  const faults: Fault[] = [];
  if (answer.orderNumber !== orderNumber) {
    faults.push({
      pointer: '/orderNumber',
      code: 'other-order',
      zh: `该待办的拨付单号为 ${orderNumber}`,
      en: `This task is of the order ${orderNumber}`,
    });
  }
  if (answer.outcome === 'confirmed' && answer.amountFen !== amountFen) {
    faults.push({
      pointer: '/amountFen',
      code: 'not-the-whole-amount',
      zh: `拨付单不得拆分或部分支付，应付 ${amountFen} 分`,
      en: `An order is neither split nor paid in part: ${amountFen} fen are due`,
    });
  }
  if (answer.outcome === 'confirmed' && answer.paidOn < orderedOn) {
    faults.push({
      pointer: '/paidOn',
      code: 'before-order',
      zh: `支付日期早于拨付单日期 ${orderedOn}`,
      en: `Paid before it was ordered on ${orderedOn}`,
    });
  }
  if (answer.outcome === 'confirmed' && answer.paidOn > todayOn) {
    faults.push({
      pointer: '/paidOn',
      code: 'in-future',
      zh: `支付日期晚于今日（${todayOn}），请在支付后确认`,
      en: `Paid after today (${todayOn}): confirm what was paid, not what will be`,
    });
  }
  return faults;
}

/** The file for finance: what is to be paid now, with sums by which both sides see that they hold the same. */
export const OrderFile = z.strictObject({
  departmentId: z.string(),
  madeAt: Instant,
  orders: z.array(PaymentOrder),
  control: z.strictObject({
    count: z.int().nonnegative(),
    totalFen: z.int().nonnegative(),
    /** Sum of the account numbers, last 18 digits: a changed digit changes it. */
    accountSum: z.string(),
    /** SHA-256 (hex) of the orders as canonical JSON. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});
export type OrderFile = z.infer<typeof OrderFile>;
