import * as z from 'zod';
import type { StepContract } from '../../shared/step-contract.ts';

/** Runs on a schedule, whose event it does not read: begins the day's lists where it is a working day. */
export const BeginDailyLists = {
  input: z.unknown(),
  output: z.strictObject({ on: z.iso.date(), begun: z.boolean() }),
} satisfies StepContract;

/** Before the day's lists, a part at a time: open demands are matched with products that changed. */
export const RematchDemands = {
  input: z.strictObject({ on: z.iso.date() }),
  output: z.strictObject({
    on: z.iso.date(),
    /** Demands that were sent to an institution whose products fit now. */
    sent: z.int().nonnegative(),
    done: z.boolean(),
  }),
} satisfies StepContract;

export const PlanLists = {
  input: z.strictObject({ on: z.iso.date() }),
  output: z.strictObject({ institutionIds: z.array(z.string()) }),
} satisfies StepContract;

export const DrawUpList = {
  input: z.strictObject({ institutionId: z.string().min(1) }),
  output: z.strictObject({
    institutionId: z.string(),
    /** The list that was sealed, if any. */
    number: z.int().positive().optional(),
    done: z.boolean(),
  }),
} satisfies StepContract;

/** Runs every minute, for lists that were to be drawn up at once. */
export const RelayLists = {
  input: z.unknown(),
  output: z.strictObject({ demands: z.int().nonnegative() }),
} satisfies StepContract;
