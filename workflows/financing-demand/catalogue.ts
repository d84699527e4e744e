import * as z from 'zod';
import { Bilingual } from '../shared/bilingual.ts';
import { InstitutionClass } from './institution.ts';

/** The rule data of the procedure, as it lies in seeds/financing-demand. Every list has a version, an effective date and a source. */

const VersionedRule = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
});

const Entry = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: Bilingual });
const Entries = z
  .array(Entry)
  .min(1)
  .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, {
    error: 'an id stands twice in the catalogue',
  });

/** What a demand and a product may name, and how large a demand may be. */
export const DemandCatalogue = VersionedRule.extend({
  facilities: Entries,
  securities: Entries,
  industries: Entries,
  /** 梯度培育层级, lowest first. */
  ladderLevels: Entries,
  minimumAmountFen: z.int().positive(),
  maximumAmountFen: z.int().positive(),
  maximumTermMonths: z.int().positive(),
  maximumValidityDays: z.int().positive(),
  maximumExistingLoans: z.int().positive(),
  maximumGrants: z.int().positive().max(100),
  maximumProducts: z.int().positive().max(200),
});
export type DemandCatalogue = z.infer<typeof DemandCatalogue>;

/** How well a product fits: points of each criterion, out of 100. */
export const Criterion = z.enum(['amount', 'term', 'rate', 'industry', 'ladder', 'security', 'first-loan']);
export type Criterion = z.infer<typeof Criterion>;

export const MatchingRules = VersionedRule.extend({
  points: z.record(Criterion, z.int().min(0).max(100)),
  /** Institutions of these classes are asked first; the others are for later rounds. */
  firstRoundClasses: z.array(InstitutionClass).min(1),
  /** How many institutions a round has; a transaction of the store holds no more than about eighty. */
  roundSize: z.int().min(1).max(80),
}).refine(({ points }) => Object.values(points).reduce((sum, one) => sum + one, 0) === 100, {
  error: 'the points of all criteria together are 100',
});
export type MatchingRules = z.infer<typeof MatchingRules>;
