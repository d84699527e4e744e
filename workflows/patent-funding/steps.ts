import * as z from 'zod';
import { CaseStatus } from '../shared/case.ts';
import { AskedQuestion } from '../shared/desk-steps.ts';
import type { StepContract } from '../shared/step-contract.ts';

/** What the machine passes to each step and gets back: ids, dates and verdicts only. */

export const CaseId = z.strictObject({ caseId: z.string().min(1) });

/** `wait`: the registry of patents does not answer; asked again after so many seconds. */
export const AssessPatents = {
  input: CaseId,
  output: z.discriminatedUnion('next', [
    CaseId.extend({ next: z.literal('claim') }),
    CaseId.extend({ next: z.literal('wait'), seconds: z.int().positive() }),
  ]),
} satisfies StepContract;

/** `end`: no patent is left that could be funded. */
export const ClaimPatents = {
  input: CaseId,
  output: z.discriminatedUnion('next', [
    CaseId.extend({ next: z.literal('review'), question: AskedQuestion }),
    CaseId.extend({ next: z.literal('end') }),
  ]),
} satisfies StepContract;

export const SettleReview = {
  input: CaseId,
  output: CaseId.extend({ next: z.enum(['fund', 'end']) }),
} satisfies StepContract;

/** Every end but payment. */
export const ReleasePatents = {
  input: CaseId,
  output: CaseId.extend({ status: CaseStatus }),
} satisfies StepContract;
