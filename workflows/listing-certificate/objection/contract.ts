import * as z from 'zod';
import { Bilingual } from '../../shared/bilingual.ts';
import { CellPlace } from '../certificate-standing.ts';
import { Attachment, Contact, ReviewPeriod, StoredAttachment, ViolationRecord } from '../contract.ts';

/**
 * 异议: the enterprise disputes recorded facts of its report; the department that produced them decides, cell by cell. Shapes only;
 * what needs the report is in rules/.
 */

const Reason = z.string().trim().min(1).max(2000);

/** Which records of which cell, and why they are disputed. */
export const Dispute = CellPlace.extend({
  documentNumbers: z.array(z.string().min(1).max(100)).min(1).max(50),
  reason: Reason,
});
export type Dispute = z.infer<typeof Dispute>;

/** POST /v1/cases/{caseId}/objections: all cells belong to one department, so that no decision waits for another's. */
export const ObjectionSubmission = z.strictObject({
  /** Of the report that was read; one that took its place meanwhile has to be read first. */
  number: z.string().min(1).max(100),
  cells: z.array(Dispute).min(1),
  /** Small files inside the request; larger ones are uploaded before and named in `attachmentIds`. */
  attachments: z.array(Attachment).default([]),
  attachmentIds: z.array(z.string().min(1).max(64)).max(50).default([]),
});
export type ObjectionSubmission = z.infer<typeof ObjectionSubmission>;

/** A disputed cell with what the report says there. */
export const DisputedCell = Dispute.extend({
  entityName: z.string(),
  fieldName: Bilingual,
  records: z.array(ViolationRecord),
});
export type DisputedCell = z.infer<typeof DisputedCell>;

/** The decision on one cell: it stays as it is, or it says this instead. */
export const CellDecision = z.discriminatedUnion('outcome', [
  CellPlace.extend({ outcome: z.literal('rejected'), reason: Reason }),
  CellPlace.extend({
    outcome: z.literal('upheld'),
    reason: Reason,
    corrected: z.discriminatedUnion('finding', [
      z.strictObject({ finding: z.literal('no-record') }),
      z.strictObject({
        finding: z.literal('records'),
        records: z.array(ViolationRecord).min(1).max(50),
      }),
      z.strictObject({ finding: z.literal('not-my-jurisdiction') }),
    ]),
  }),
]);
export type CellDecision = z.infer<typeof CellDecision>;
export type UpheldCell = Extract<CellDecision, { outcome: 'upheld' }>;

/** The department's answer: every disputed cell, once (rules/decision-faults.ts). */
export const ObjectionDecision = z.strictObject({
  decisions: z.array(CellDecision).min(1).max(100),
  comment: z.string().max(2000).optional(),
});
export type ObjectionDecision = z.infer<typeof ObjectionDecision>;

/**
 * How an objection ended. Upheld where any cell was; unanswered where the office closed every cell because the department did not
 * decide. The corrected report is missing where the first was revoked meanwhile.
 */
export const ObjectionOutcome = z.strictObject({
  verdict: z.enum(['upheld', 'rejected', 'unanswered']),
  decisions: z.array(CellDecision),
  /** Cells that the office closed unanswered: the report stays as it is there. */
  unanswered: z.array(CellPlace),
  correctedNumber: z.string().optional(),
});
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>;

/** What the case of an objection carries beside what every case has. */
export const ObjectionDetail = z.strictObject({
  disputed: z.strictObject({ caseId: z.string(), caseNumber: z.string(), number: z.string() }),
  /** Of the application. */
  contact: Contact,
  departmentId: z.string(),
  cells: z.array(DisputedCell).min(1),
  /** Of the report: a corrected record has to lie in it. */
  period: ReviewPeriod,
  attachments: z.array(StoredAttachment),
  madeUnder: z.strictObject({ objectionRulesVersion: z.string() }),
  promisedWorkingDays: z.int().positive(),
  /** Absent until it is decided. */
  outcome: ObjectionOutcome.optional(),
});
export type ObjectionDetail = z.infer<typeof ObjectionDetail>;
