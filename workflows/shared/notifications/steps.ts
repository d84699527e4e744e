import * as z from 'zod';
import type { StepContract } from '../step-contract.ts';

/** Runs on a schedule, whose event it does not read. */
export const RelayNotifications = {
  input: z.unknown(),
  output: z.strictObject({
    /** Rows that every recipient was told of, or cannot be told of. */
    done: z.int().nonnegative(),
    /** Rows to try again. */
    waiting: z.int().nonnegative(),
    /** Rows given up, which the office sees. */
    dead: z.int().nonnegative(),
  }),
} satisfies StepContract;
