import * as z from 'zod';

/** How long an enterprise may object and a department may take to decide: seeds/listing-certificate/objection-rules.json. */
export const ObjectionRules = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  /** Days from the day after the report was issued, whatever days they are. */
  objectWithinDays: z.int().positive(),
  decideWithinWorkingDays: z.int().positive(),
  /** Cells one objection may dispute. */
  maximumCells: z.int().positive(),
});
export type ObjectionRules = z.infer<typeof ObjectionRules>;
