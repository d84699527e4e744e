import * as z from 'zod';
import type { StepContract } from '../../shared/step-contract.ts';

/** Steps of the machine that pushes lists: ids and verdicts only. */

const Run = z.strictObject({ institutionId: z.string().min(1), run: z.int().positive() });

export const DeliverList = {
  input: Run,
  output: z.strictObject({
    /** `next`: look again at once; `wait`: after so many seconds; `rest`: nothing is left to do. */
    verdict: z.enum(['next', 'wait', 'rest']),
    waitSeconds: z.int().nonnegative(),
  }),
} satisfies StepContract;

export const FailDelivery = {
  input: Run.extend({ error: z.string() }),
  output: z.strictObject({}),
} satisfies StepContract;

export const RelayDeliveries = {
  input: z.unknown(),
  output: z.strictObject({ woken: z.int().nonnegative(), waiting: z.int().nonnegative() }),
} satisfies StepContract;
