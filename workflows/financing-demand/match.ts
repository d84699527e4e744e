import * as z from 'zod';
import { Criterion } from './catalogue.ts';

/** 撮合: how well an institution's products fit a demand, and why; shown to the enterprise. */

/** What a product must be right in, whatever its points. */
export const Requirement = z.enum(['facility', 'amount-range', 'region', 'consent', 'product']);
export type Requirement = z.infer<typeof Requirement>;

export const Reason = z.strictObject({ about: Criterion.or(Requirement), zh: z.string(), en: z.string() });
export type Reason = z.infer<typeof Reason>;

export const Match = z.strictObject({
  institutionId: z.string().min(1),
  /** Whether the demand may be sent to it: the consent names it and a product meets every requirement. */
  eligible: z.boolean(),
  /** 0 to 100, of its best product. */
  score: z.int().min(0).max(100),
  /** The best product and the version of the catalogue it stands in. */
  product: z
    .strictObject({ productId: z.string(), name: z.string(), catalogueVersion: z.int().positive() })
    .optional(),
  reasonsFor: z.array(Reason),
  reasonsAgainst: z.array(Reason),
});
export type Match = z.infer<typeof Match>;

/** All institutions, best first: what the machine chose from. */
export const MatchResult = z.strictObject({
  demandId: z.string(),
  matchedAt: z.iso.datetime({ offset: true }),
  catalogueVersion: z.string(),
  matchingVersion: z.string(),
  directoryVersion: z.string(),
  matches: z.array(Match),
});
export type MatchResult = z.infer<typeof MatchResult>;
