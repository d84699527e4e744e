import * as z from 'zod';
import type { PaymentAnswer, PaymentQuestion } from './contract.ts';

/** One voucher pays many orders: each of them wholly. */
export const PaymentBulkChoice = z.strictObject({
  outcome: z.literal('confirmed'),
  paidOn: z.iso.date(),
  bankReference: z.string().trim().min(1).max(60),
});

export function paymentBulkAnswer(
  { orderNumber, amountFen }: PaymentQuestion,
  choice: z.infer<typeof PaymentBulkChoice>,
): PaymentAnswer {
  return { ...choice, orderNumber, amountFen };
}
