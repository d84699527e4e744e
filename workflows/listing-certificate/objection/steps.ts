import * as z from 'zod';
import { AskedQuestion } from '../../shared/desk-steps.ts';
import type { StepContract } from '../../shared/step-contract.ts';

/** What the machine of an objection passes to each step and gets back. */

const CaseId = z.strictObject({ caseId: z.string().min(1) });

export const PlanObjection = {
  input: CaseId,
  output: CaseId.extend({ question: AskedQuestion }),
} satisfies StepContract;

export const ComposeCorrection = {
  input: CaseId,
  /** `wait`: another objection's correction of the same report is being made; look again after so long. */
  output: z.discriminatedUnion('next', [
    CaseId.extend({ next: z.literal('issue'), number: z.string().min(1) }),
    CaseId.extend({ next: z.literal('wait'), waitSeconds: z.int().positive() }),
    CaseId.extend({ next: z.literal('conclude') }),
  ]),
} satisfies StepContract;

export const ConcludeObjection = {
  input: CaseId,
  output: CaseId.extend({ status: z.literal('DECIDED') }),
} satisfies StepContract;

export const LiftObjection = { input: CaseId, output: CaseId } satisfies StepContract;
