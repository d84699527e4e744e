import * as z from 'zod';
import { Bilingual } from '../shared/bilingual.ts';
import { Behaviour } from './catalogue.ts';
import { CellPlace, CertificateStanding } from './certificate-standing.ts';
import { EntityRelation, ListingPurpose, ReviewPeriod, ViolationRecord } from './contract.ts';
import { RecordAnswer } from './record-answer.ts';
import { StatusPlace } from './rules/status-list.ts';

export const Verdict = z.enum(['no-record', 'records', 'not-certified']);
export type Verdict = z.infer<typeof Verdict>;

/** One cell of the matrix: what the department says of one entity in one field. */
export const MatrixCell = z.strictObject({
  uscc: z.string(),
  fieldId: z.string(),
  departmentId: z.string(),
  verdict: Verdict,
  /** Why it is not certified: `not-my-jurisdiction`, `outside-the-area`, ... */
  reason: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }).optional(),
  records: z.array(ViolationRecord).optional(),
  decidedAt: z.iso.datetime({ offset: true }).optional(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;

/**
 * Everything a report says, the one home of its facts: the signed credential, the PDF and the verification page are
 * all made from this and from nothing else.
 */
export const CertificateFacts = z.strictObject({
  number: z.string(),
  verificationCode: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  issuedAt: z.iso.datetime({ offset: true }),
  applicant: z.strictObject({ uscc: z.string(), name: z.string() }),
  entities: z.array(
    z.strictObject({ uscc: z.string(), name: z.string(), relation: EntityRelation, withinArea: z.boolean() }),
  ),
  fields: z.array(
    z.strictObject({ id: z.string(), name: Bilingual, departmentId: z.string(), departmentName: Bilingual }),
  ),
  matrix: z.array(MatrixCell),
  /**
   * The fields that departments' registers answered: their cells say "no record" and no officer was asked. None in certificates
   * from before there were registers.
   */
  byRecord: z.array(RecordAnswer).default([]),
  period: ReviewPeriod,
  purpose: ListingPurpose,
  /** The catalogue and rule set the report was made under. */
  ruleSet: z.strictObject({
    id: z.string(),
    version: z.string(),
    effectiveOn: z.iso.date(),
    source: z.string(),
    /** Which behaviours count, in words for people. */
    statement: Bilingual,
    countedBehaviours: z.array(Behaviour).default([]),
    uncountedBehaviours: z.array(Behaviour).default([]),
  }),
  /** Where the status lists tell of it. */
  statusPlace: StatusPlace,
  /** The report that this one corrects, in which cells, and the objection that was upheld. */
  supersedes: z
    .strictObject({
      number: z.string(),
      issuedAt: z.iso.datetime({ offset: true }),
      objectionNumber: z.string(),
      cells: z.array(CellPlace).min(1),
    })
    .optional(),
});
export type CertificateFacts = z.infer<typeof CertificateFacts>;

/** Where the PDF lies: its key in the documents bucket and its SHA-256 (hex). */
export const CertificatePdf = z.strictObject({ key: z.string(), sha256: z.string(), sizeBytes: z.int() });
export type CertificatePdf = z.infer<typeof CertificatePdf>;

/** A row of CertificateTable. The signed credential (VC 2.0 as JWT) is a row of its own: an item holds 400 KB. */
export const Certificate = z.strictObject({
  facts: CertificateFacts,
  standing: CertificateStanding,
  /** SHA-256 (hex) of the signed credential; absent until it is signed. */
  credentialSha256: z.string().optional(),
  /** Absent until it is rendered. */
  pdf: CertificatePdf.optional(),
  /** Published at the end of the procedure; unpublished certificates are not found by the public. */
  publishedAt: z.iso.datetime({ offset: true }).optional(),
});
export type Certificate = z.infer<typeof Certificate>;
