import * as z from 'zod';

/**
 * The rules by which a patent is funded or not, in the order in which they are told (docs/patents.md has the decision table). A
 * programme has the clause of each: a rule without one could not be applied.
 */
export const RuleId = z.enum([
  'registry-knows-patent',
  'kind-funded',
  'grant-date-agrees',
  'granted-in-window',
  'programme-open',
  'applicant-is-patentee',
  'co-owners-waive',
  'address-in-area',
  'in-force',
  'not-abnormal',
  'fees-paid',
  'not-funded-before',
  'below-fee-cap',
  'below-enterprise-cap',
]);
export type RuleId = z.infer<typeof RuleId>;

/** A rule that a patent fails, with the programme's clause and in words that name what was found. */
export const FailedRule = z.strictObject({
  ruleId: RuleId,
  /** As the programme numbers it. */
  clause: z.string(),
  zh: z.string(),
  en: z.string(),
});
export type FailedRule = z.infer<typeof FailedRule>;
