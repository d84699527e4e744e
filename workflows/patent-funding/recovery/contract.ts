import * as z from 'zod';
import type { Fault } from '../../shared/fault.ts';
import { Contact } from '../contract.ts';
import { PlannedTask } from '../money/progress.ts';

/** 追回: after the payment a filing is found abnormal, and what was paid for it is asked back. A case of its own. */

const Fen = z.int().positive();
const Reason = z.string().trim().min(1).max(1000);

/** POST /v1/cases/{caseId}/recoveries */
export const RecoveryRequest = z.strictObject({
  /** Patents that were paid for, in any way of writing. */
  numbers: z.array(z.string().min(1).max(32)).min(1).max(500),
  /** Of the decision by which the filings were found abnormal. */
  documentNumber: z.string().trim().min(1).max(100),
  reason: Reason,
});
export type RecoveryRequest = z.infer<typeof RecoveryRequest>;

export const RecoveryQuestion = z.strictObject({
  asks: z.literal('repayment'),
  orderNumber: z.string(),
  amountFen: Fen,
  numbers: z.array(z.string()),
});
export type RecoveryQuestion = z.infer<typeof RecoveryQuestion>;

/** Finance says that all of it came back, or that it did not and goes to whoever enforces it. */
export const RecoveryAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('received'),
    amountFen: z.int(),
    receivedOn: z.iso.date(),
    bankReference: z.string().trim().min(1).max(60),
  }),
  z.strictObject({
    outcome: z.literal('not-received'),
    handedTo: z.string().trim().min(1).max(200),
    reason: Reason,
  }),
]);
export type RecoveryAnswer = z.infer<typeof RecoveryAnswer>;

/** A receipt is of the whole amount, and of money that is there. */
export function recoveryAnswerFaults(
  { amountFen }: RecoveryQuestion,
  answer: RecoveryAnswer,
  todayOn: string,
): Fault[] {
  if (answer.outcome !== 'received') return [];
  const faults: Fault[] = [];
  if (answer.amountFen !== amountFen) {
    faults.push({
      pointer: '/amountFen',
      code: 'not-the-whole-amount',
      zh: `应退回 ${amountFen} 分，不得部分确认`,
      en: `${amountFen} fen are due back, and a part is not confirmed`,
    });
  }
  if (answer.receivedOn > todayOn) {
    faults.push({
      pointer: '/receivedOn',
      code: 'in-future',
      zh: `到账日期晚于今日（${todayOn}），请在到账后确认`,
      en: `Received after today (${todayOn}): confirm what came, not what will`,
    });
  }
  return faults;
}

export const RecoveryDetail = z.strictObject({
  /** The case that was paid. */
  funding: z.strictObject({ caseId: z.string(), caseNumber: z.string(), orderNumber: z.string() }),
  programmeId: z.string(),
  contact: Contact,
  patents: z.array(z.strictObject({ number: z.string(), amountFen: Fen })).min(1),
  amountFen: Fen,
  documentNumber: z.string(),
  reason: z.string(),
  task: PlannedTask,
  outcome: z
    .discriminatedUnion('end', [
      z.strictObject({ end: z.literal('recovered'), receivedOn: z.iso.date(), bankReference: z.string() }),
      z.strictObject({ end: z.literal('not-recovered'), handedTo: z.string(), reason: z.string() }),
      z.strictObject({ end: z.literal('unanswered') }),
    ])
    .optional(),
});
export type RecoveryDetail = z.infer<typeof RecoveryDetail>;
