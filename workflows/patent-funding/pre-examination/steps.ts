import * as z from 'zod';
import { CaseStatus } from '../../shared/case.ts';
import { AskedQuestion } from '../../shared/desk-steps.ts';
import type { StepContract } from '../../shared/step-contract.ts';
import { CaseId } from '../steps.ts';

/** What the machine of a pre-examination passes to each step and gets back. */

export const PlanPreExamination = {
  input: CaseId,
  output: CaseId.extend({ question: AskedQuestion }),
} satisfies StepContract;

export const SettlePreExamination = {
  input: CaseId,
  output: CaseId.extend({ status: CaseStatus, number: z.string().optional() }),
} satisfies StepContract;
