import type * as z from 'zod';

/** One step of a state machine: what the machine passes in and what the step answers. Ids, dates and verdicts only. */
export interface StepContract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}
