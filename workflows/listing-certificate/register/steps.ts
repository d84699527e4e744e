import * as z from 'zod';
import type { StepContract } from '../../shared/step-contract.ts';

/** Steps of the machine that loads a register: ids and verdicts only. */

const Load = z.strictObject({ departmentId: z.string().min(1), loadId: z.string().min(1) });

/** Reads the file; `good`: its records lie ready; `refused`: its bad lines are listed. */
export const LoadRegister = {
  input: Load,
  output: Load.extend({ verdict: z.enum(['good', 'refused']) }),
} satisfies StepContract;

/** The records of these loads are nobody's any more. */
const ToSweep = z.strictObject({ departmentId: z.string().min(1), loadIds: z.array(z.string().min(1)) });

export const ActivateRegister = {
  input: Load,
  output: ToSweep.extend({ verdict: z.enum(['loaded', 'superseded']) }),
} satisfies StepContract;

export const SweepRegister = {
  input: ToSweep,
  output: z.strictObject({ swept: z.int().nonnegative() }),
} satisfies StepContract;

export const FailRegisterLoad = {
  input: Load.extend({ error: z.string() }),
  output: ToSweep,
} satisfies StepContract;
