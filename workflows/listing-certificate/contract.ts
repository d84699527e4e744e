import * as z from 'zod';
import { CaseAttachment } from '../shared/attachments/attachment.ts';
import { Deadline } from '../shared/deadline/task-clock.ts';
import { RecordAnswer } from './record-answer.ts';

/**
 * 企业上市合规证明: what an enterprise submits and what a department answers. Shapes only; whatever needs the catalogue,
 * the calendar or the caller is in rules/. Steps of the machine are in steps.ts, routes in routes.ts.
 */

/** The applicant itself is one of the entities, the only one with the relation `applicant`. */
export const EntityRelation = z.enum(['applicant', 'subsidiary', 'branch', 'controlling-shareholder']);
export type EntityRelation = z.infer<typeof EntityRelation>;

/** Both days are inside the period. */
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

/** Each entity authorises the query of its own records: who signed for it, as what, on which day. */
export const EntityAuthorisation = z.strictObject({
  signedOn: z.iso.date(),
  signatory: z.string().min(1).max(100),
  signatoryRole: z.enum(['legal-representative', 'principal', 'authorised-agent']),
});
export type EntityAuthorisation = z.infer<typeof EntityAuthorisation>;

export const GroupEntity = z.strictObject({
  /** 18 characters of GB 32100-2015; the check character is judged by rules/, so that every fault comes in one answer. */
  uscc: z.string().min(1).max(32),
  name: z.string().min(1).max(200),
  relation: EntityRelation,
  authorisation: EntityAuthorisation,
});
export type GroupEntity = z.infer<typeof GroupEntity>;

export const Applicant = z.strictObject({
  uscc: z.string().min(1).max(32),
  name: z.string().min(1).max(200),
});
export type Applicant = z.infer<typeof Applicant>;

export const Contact = z.strictObject({
  name: z.string().min(1).max(100),
  phone: z.string().regex(/^\+?[0-9][0-9 -]{5,19}$/),
  email: z.email().max(200).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** A small document inside the request. How many, how large and of which types is rule data (seeds/). */
export const Attachment = z.strictObject({
  name: z.string().min(1).max(200),
  mediaType: z.string().min(1).max(100),
  contentBase64: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

/** The whole application (POST /v1/listing-certificates). */
export const ListingSubmission = z.strictObject({
  applicant: Applicant,
  entities: z.array(GroupEntity).min(1),
  /** Ids of fields (领域) in the catalogue. */
  fields: z.array(z.string().min(1).max(64)).min(1),
  period: ReviewPeriod,
  purpose: ListingPurpose,
  contact: Contact,
  /** Small files inside the request; larger ones are uploaded before and named in `attachmentIds`. */
  attachments: z.array(Attachment).default([]),
  attachmentIds: z.array(z.string().min(1).max(64)).max(50).default([]),
});
export type ListingSubmission = z.infer<typeof ListingSubmission>;

/** What one department says of one entity in one of its fields. */
export const FieldAnswer = z.discriminatedUnion('finding', [
  z.strictObject({ uscc: z.string(), fieldId: z.string(), finding: z.literal('no-record') }),
  z.strictObject({
    uscc: z.string(),
    fieldId: z.string(),
    finding: z.literal('records'),
    records: z.array(ViolationRecord).min(1).max(50),
  }),
  z.strictObject({ uscc: z.string(), fieldId: z.string(), finding: z.literal('not-my-jurisdiction') }),
]);
export type FieldAnswer = z.infer<typeof FieldAnswer>;

/** The decision of a desk task of this procedure: every asked entity in every asked field, once (rules/answer-faults.ts). */
export const DepartmentAnswer = z.strictObject({
  answers: z.array(FieldAnswer).min(1).max(2000),
  comment: z.string().max(2000).optional(),
});
export type DepartmentAnswer = z.infer<typeof DepartmentAnswer>;

/** An entity as the case keeps it: whether it is registered inside the area was decided at submission. */
export const CaseEntity = GroupEntity.extend({ withinArea: z.boolean() });
export type CaseEntity = z.infer<typeof CaseEntity>;

/** An attachment as the detail of a case names it; the file is read by its id (workflows/shared/attachments). */
export const StoredAttachment = CaseAttachment.omit({ addedAt: true, addedBy: true });
export type StoredAttachment = z.infer<typeof StoredAttachment>;

/** One question of the review plan: a department, its fields, the entities inside the area, and the date due. */
export const PlannedQuestion = z.strictObject({
  taskId: z.string(),
  departmentId: z.string(),
  fieldIds: z.array(z.string()).min(1),
  usccs: z.array(z.string()).min(1),
  promisedWorkingDays: z.int().positive(),
  /** As promised when it was planned; what holds now stands in the desk task. */
  ...Deadline.shape,
});
export type PlannedQuestion = z.infer<typeof PlannedQuestion>;

/** The versions of the rule data a case was accepted under; every later step uses the same. */
export const MadeUnder = z.strictObject({
  catalogueVersion: z.string(),
  ruleSetVersion: z.string(),
  areaVersion: z.string(),
  limitsVersion: z.string(),
});
export type MadeUnder = z.infer<typeof MadeUnder>;

/** What a case of this procedure carries beside what every case has. Readable by the applicant, the departments asked and the office. */
export const ListingDetail = z.strictObject({
  applicant: Applicant,
  entities: z.array(CaseEntity),
  fields: z.array(z.string()),
  period: ReviewPeriod,
  purpose: ListingPurpose,
  contact: Contact,
  attachments: z.array(StoredAttachment),
  madeUnder: MadeUnder,
  /** Absent until the plan is made. */
  plan: z.array(PlannedQuestion).optional(),
  /** The fields that registers answered when the plan was made; no officer is asked about them. */
  byRecord: z.array(RecordAnswer).optional(),
  /** Objections to its report, oldest first: each a case of its own. */
  objections: z.array(z.strictObject({ caseId: z.string(), caseNumber: z.string() })).optional(),
  /** The case whose application was brought up to date, and the report it showed; and the cases that did so with this one. */
  renews: z.strictObject({ caseId: z.string(), caseNumber: z.string(), number: z.string() }).optional(),
  renewedBy: z.array(z.strictObject({ caseId: z.string(), caseNumber: z.string() })).optional(),
});
export type ListingDetail = z.infer<typeof ListingDetail>;
