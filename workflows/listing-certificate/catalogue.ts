import * as z from 'zod';
import { Bilingual } from '../shared/bilingual.ts';
import { ClosedReason } from '../shared/desk-task.ts';

/**
 * The rule data of the procedure, as it lies in seeds/listing-certificate. Every list has a version, the day from which it
 * holds and its source; a figure without a published source says "demonstration value".
 */

const VersionedRule = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
});

export const Department = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: Bilingual,
  promisedWorkingDays: z.int().min(1).max(60),
  promisedWorkingDaysSource: z.string().min(1),
});
export type Department = z.infer<typeof Department>;

/** A field (领域) of the law; each belongs to one department. */
export const LegalField = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: Bilingual,
  departmentId: z.string(),
  /** Where this field takes another time than what its department promises otherwise. */
  promisedWorkingDays: z.int().min(1).max(60).optional(),
  promisedWorkingDaysSource: z.string().min(1).optional(),
  /** Must be part of every application. */
  mandatory: z.boolean(),
  /** Published lists that name the field, by their id in seeds/README.md. */
  listedBy: z.array(z.string()).min(1),
});
export type LegalField = z.infer<typeof LegalField>;

export const Catalogue = VersionedRule.extend({
  departments: z.array(Department).min(1),
  fields: z.array(LegalField).min(1),
})
  .refine(
    (catalogue) => new Set(catalogue.fields.map((field) => field.id)).size === catalogue.fields.length,
    {
      error: 'a field stands twice in the catalogue',
    },
  )
  .refine(
    (catalogue) =>
      new Set(catalogue.departments.map((department) => department.id)).size === catalogue.departments.length,
    { error: 'a department stands twice in the catalogue' },
  )
  .refine(
    ({ fields }) => fields.every((field) => !field.promisedWorkingDays === !field.promisedWorkingDaysSource),
    { error: 'the promised working days of a field need their source' },
  )
  .refine(
    (catalogue) =>
      catalogue.fields.every((field) =>
        catalogue.departments.some((department) => department.id === field.departmentId),
      ),
    { error: 'a field belongs to a department the catalogue does not have' },
  );
export type Catalogue = z.infer<typeof Catalogue>;

export const NotCertifiedReason = z.enum([
  'not-my-jurisdiction',
  'outside-the-area',
  ...ClosedReason.options,
]);
export type NotCertifiedReason = z.infer<typeof NotCertifiedReason>;

/** A kind of record. */
export const Behaviour = z.strictObject({ code: z.string(), name: Bilingual });

/** Which behaviours count as a record, printed on every report. */
export const RuleSet = VersionedRule.extend({
  id: z.string().min(1),
  statement: Bilingual,
  countedBehaviours: z.array(Behaviour).min(1),
  /** What registers may hold and a report never lists. */
  uncountedBehaviours: z.array(Behaviour),
  /** Why a cell of the matrix may be left uncertified, in words for people. */
  notCertifiedReasons: z.record(NotCertifiedReason, Bilingual),
});
export type RuleSet = z.infer<typeof RuleSet>;

/** Registration authorities (digits 3 to 8 of the USCC) whose entities count as registered inside the area. */
export const Area = VersionedRule.extend({
  registrationCodes: z
    .array(z.strictObject({ code: z.string().regex(/^[0-9]{6}$/), name: Bilingual }))
    .min(1),
});
export type Area = z.infer<typeof Area>;

export const Limits = VersionedRule.extend({
  maximumPeriodYears: z.int().positive(),
  maximumEntities: z.int().positive(),
  maximumAttachments: z.int().positive(),
  maximumAttachmentBytes: z.int().positive(),
  attachmentMediaTypes: z.array(z.enum(['application/pdf', 'image/png', 'image/jpeg'])).min(1),
});
export type Limits = z.infer<typeof Limits>;

/** All versions of everything: what seeds/listing-certificate/*.json hold together. */
export const ListingRuleVersions = z.strictObject({
  catalogues: z.array(Catalogue).min(1),
  ruleSets: z.array(RuleSet).min(1),
  areas: z.array(Area).min(1),
  limits: z.array(Limits).min(1),
});
export type ListingRuleVersions = z.infer<typeof ListingRuleVersions>;

/** What holds on one day. */
export interface ListingRules {
  readonly catalogue: Catalogue;
  readonly ruleSet: RuleSet;
  readonly area: Area;
  readonly limits: Limits;
}
