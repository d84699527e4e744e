import * as z from 'zod';

const Count = z.int().min(1);
const WorkingDays = z.int().min(1).max(60);

/** What the administration decides by between the approval and the money, the same for all programmes (seeds/patent-funding/money-rules.json). */
export const MoneyRules = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  objections: z.strictObject({
    /** Of one caller, over all notices. */
    perCallerAndDay: Count,
    /** Of one notice, so that what is kept and reviewed stays within bounds. */
    perNotice: z.int().min(1).max(40),
    /** For the review of all objections to a notice. */
    promisedWorkingDays: WorkingDays,
  }),
  payment: z.strictObject({
    promisedWorkingDays: WorkingDays,
    /** For the applicant, to correct an account that finance returned. */
    correctionWorkingDays: WorkingDays,
    /** How often an order may be returned and corrected. */
    mostReturns: Count,
  }),
  recovery: z.strictObject({
    /** For the enterprise to pay back, and finance to say so. */
    repaymentWorkingDays: WorkingDays,
  }),
});
export type MoneyRules = z.infer<typeof MoneyRules>;
