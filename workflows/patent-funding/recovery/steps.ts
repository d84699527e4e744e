import * as z from 'zod';
import { AskedQuestion } from '../../shared/desk-steps.ts';
import type { StepContract } from '../../shared/step-contract.ts';
import { CaseId } from '../steps.ts';

/** What the machine of a recovery passes to each step and gets back. */

export const PlanRecovery = {
  input: CaseId,
  output: CaseId.extend({ question: AskedQuestion }),
} satisfies StepContract;

export const ConcludeRecovery = {
  input: CaseId,
  output: CaseId.extend({ status: z.literal('DECIDED') }),
} satisfies StepContract;
