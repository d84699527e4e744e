import * as z from 'zod';
import type { StepContract } from '../shared/step-contract.ts';

/** What the machine passes to each step and gets back: ids and dates only. */

const DemandId = z.strictObject({ caseId: z.string().min(1) });

export const KeepDemand = {
  /** `execution`: its own name; a demand whose next moment came nearer has another. */
  input: DemandId.extend({ execution: z.string().min(1) }),
  output: z.discriminatedUnion('next', [
    /** Nothing is to be done before this instant. */
    DemandId.extend({ next: z.literal('wait'), wakeAt: z.iso.datetime() }),
    DemandId.extend({ next: z.literal('end') }),
  ]),
} satisfies StepContract;
