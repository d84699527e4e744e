import * as z from 'zod';
import { AssignedLane, Grant } from './contract.ts';

/** What the IP centre is asked: the patents that passed, with the amounts; their particulars are read with the case's patents. */
export const ReviewQuestion = z.strictObject({
  asks: z.literal('review'),
  programmeId: z.string(),
  programmeVersion: z.string(),
  lane: AssignedLane,
  grant: Grant,
  /** Patents of the application that failed a rule, and stay out. */
  failedCount: z.int().nonnegative(),
});
export type ReviewQuestion = z.infer<typeof ReviewQuestion>;

const Reason = z.string().trim().min(1).max(1000);

/** Approved as it is or without some patents, or refused. */
export const ReviewAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('approved'),
    excluded: z
      .array(z.strictObject({ number: z.string().min(1).max(32), reason: Reason }))
      .max(500)
      .default([]),
    comment: z.string().max(2000).optional(),
  }),
  z.strictObject({ outcome: z.literal('refused'), reason: Reason, comment: z.string().max(2000).optional() }),
]);
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;
