import * as z from 'zod';
import { Deadline } from '../../shared/deadline/task-clock.ts';

/** How far an approved application is on its way to the money: a part of its case's detail. */

const Instant = z.iso.datetime({ offset: true });
const Fen = z.int().nonnegative();

/** A question to an organisation as it was promised; what holds now stands in the desk task. */
export const PlannedTask = z.strictObject({
  taskId: z.string(),
  departmentId: z.string(),
  promisedWorkingDays: z.int().positive(),
  ...Deadline.shape,
});
export type PlannedTask = z.infer<typeof PlannedTask>;

export const ObjectionGround = z.enum([
  'not-the-patentee',
  'abnormal-filing',
  'funded-elsewhere',
  'false-statement',
  'other',
]);
export type ObjectionGround = z.infer<typeof ObjectionGround>;

/** An objection as the case keeps it: without who raised it. */
export const CaseObjection = z.strictObject({
  objectionId: z.string(),
  ground: ObjectionGround,
  text: z.string(),
  /** Patents it concerns; all of the notice where none is named. */
  numbers: z.array(z.string()),
  receivedAt: Instant,
});
export type CaseObjection = z.infer<typeof CaseObjection>;

export const PaymentReturn = z.strictObject({
  code: z.enum(['wrong-account', 'account-closed', 'name-differs', 'other']),
  reason: z.string(),
  returnedAt: Instant,
  /** Until when the applicant corrects its account; then the case ends without payment. */
  correctBy: Instant,
  correctByProvisional: z.boolean(),
  correctedAt: Instant.optional(),
});
export type PaymentReturn = z.infer<typeof PaymentReturn>;

/**
 *     ORDERED --finance confirms--> PAID
 *        |  `---finance returns---> RETURNED --corrected--> ORDERED (next round, another number)
 *        `--closed by the office--> VOID           `--not corrected--> VOID
 */
export const Payment = z.strictObject({
  state: z.enum(['ORDERED', 'RETURNED', 'PAID', 'VOID']),
  /** 1 for the first order of the case. */
  round: z.int().positive(),
  orderNumber: z.string(),
  amountFen: Fen,
  orderedAt: Instant,
  task: PlannedTask,
  returned: PaymentReturn.optional(),
  paid: z.strictObject({ paidOn: z.iso.date(), bankReference: z.string(), paidAt: Instant }).optional(),
});
export type Payment = z.infer<typeof Payment>;

export const CaseNotice = z.strictObject({
  noticeNumber: z.string(),
  publishedAt: Instant,
  endsAt: Instant,
  endsProvisional: z.boolean(),
  closedAt: Instant.optional(),
});
export type CaseNotice = z.infer<typeof CaseNotice>;

export const Progress = z.strictObject({
  notice: CaseNotice.optional(),
  /** What was raised until the notice ended, and the question about it. */
  objections: z.array(CaseObjection).optional(),
  objectionTask: PlannedTask.optional(),
  payment: Payment.optional(),
  /** After the payment: which patents another case asks back. */
  recoveries: z
    .array(z.strictObject({ caseId: z.string(), caseNumber: z.string(), numbers: z.array(z.string()) }))
    .optional(),
});
export type Progress = z.infer<typeof Progress>;
