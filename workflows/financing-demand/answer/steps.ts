import * as z from 'zod';
import type { StepContract } from '../../shared/step-contract.ts';

/** Runs on a schedule, whose event it does not read. */
export const KeepPromises = {
  input: z.unknown(),
  output: z.strictObject({ seenTo: z.int().nonnegative() }),
} satisfies StepContract;
