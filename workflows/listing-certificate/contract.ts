import * as z from 'zod';

/** 企业上市合规证明: what an enterprise submits and what a department answers. Rules that need data are in rules/. */

export const EntityRelation = z.enum(['applicant', 'subsidiary', 'branch', 'controlling-shareholder']);
export type EntityRelation = z.infer<typeof EntityRelation>;

export const ReviewPeriod = z.strictObject({ fromOn: z.iso.date(), toOn: z.iso.date() });
export type ReviewPeriod = z.infer<typeof ReviewPeriod>;

export const ListingPurpose = z.strictObject({
  kind: z.enum(['initial-public-offering', 'refinancing', 'bond', 'merger']),
  board: z.enum(['sse-main', 'sse-star', 'szse-main', 'szse-chinext', 'bse', 'neeq', 'hkex', 'other']),
});
export type ListingPurpose = z.infer<typeof ListingPurpose>;

/** A record a department lists (document number, date, authority, behaviour kind, outcome, repaired or not). */
export const ViolationRecord = z.strictObject({
  documentNumber: z.string().min(1).max(100),
  decidedOn: z.iso.date(),
  authority: z.string().min(1).max(200),
  behaviourKind: z.string().min(1).max(200),
  outcome: z.string().min(1).max(1000),
  repaired: z.boolean(),
});
export type ViolationRecord = z.infer<typeof ViolationRecord>;
