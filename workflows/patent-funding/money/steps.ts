import * as z from 'zod';
import { AskedQuestion } from '../../shared/desk-steps.ts';
import type { StepContract } from '../../shared/step-contract.ts';
import { CaseId } from '../steps.ts';

/** What the machine passes to the steps between approval and payment, and gets back: ids and verdicts. */

const Seconds = z.int().positive();
/** The registry of patents does not answer: the step is run again after so many seconds. */
const Later = CaseId.extend({ next: z.literal('later'), seconds: Seconds });

export const ReserveBudget = {
  input: CaseId,
  output: CaseId.extend({ next: z.enum(['publish', 'wait', 'end']) }),
} satisfies StepContract;

/** Waits for a task token that whoever ends the wait signals. */
export const BeginWait = {
  input: CaseId.extend({ taskToken: z.string().min(1) }),
  output: CaseId,
} satisfies StepContract;

export const PublishNotice = {
  input: CaseId,
  output: z.discriminatedUnion('next', [
    CaseId.extend({ next: z.literal('await'), seconds: Seconds }),
    CaseId.extend({ next: z.literal('end') }),
    Later,
  ]),
} satisfies StepContract;

export const CloseNotice = {
  input: CaseId,
  output: z.discriminatedUnion('next', [
    CaseId.extend({ next: z.literal('await'), seconds: Seconds }),
    CaseId.extend({ next: z.literal('order') }),
    CaseId.extend({ next: z.literal('decide'), question: AskedQuestion }),
  ]),
} satisfies StepContract;

export const SettleObjections = {
  input: CaseId,
  output: CaseId.extend({ next: z.enum(['order', 'end']) }),
} satisfies StepContract;

export const OrderPayment = {
  input: CaseId,
  output: z.discriminatedUnion('next', [
    CaseId.extend({ next: z.literal('pay'), question: AskedQuestion }),
    CaseId.extend({ next: z.literal('correct'), seconds: Seconds }),
    CaseId.extend({ next: z.literal('end') }),
    Later,
  ]),
} satisfies StepContract;

export const SettlePayment = {
  input: CaseId,
  output: z.discriminatedUnion('next', [
    CaseId.extend({ next: z.literal('paid') }),
    CaseId.extend({ next: z.literal('correct'), seconds: Seconds }),
    CaseId.extend({ next: z.literal('end') }),
  ]),
} satisfies StepContract;

export const ReleaseReservation = { input: CaseId, output: CaseId } satisfies StepContract;
