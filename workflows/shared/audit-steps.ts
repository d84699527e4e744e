import * as z from 'zod';
import type { StepContract } from './step-contract.ts';

/** Runs once a day on a schedule, whose event it does not read. */
export const AnchorAuditDays = {
  input: z.unknown(),
  /** The days that were anchored now, and where the chain of anchors stands. */
  output: z.strictObject({ anchored: z.array(z.iso.date()), lastHash: z.string().optional() }),
} satisfies StepContract;
