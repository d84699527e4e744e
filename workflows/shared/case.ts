import * as z from 'zod';
import { OrganisationKind } from './actor.ts';
import { AuditKind } from './audit-entry.ts';
import { Bilingual } from './bilingual.ts';
import { DeskTaskSummary } from './desk-task.ts';
import { Material } from './material.ts';

/** 办件. A case ends with a document (ISSUED), with a decision on another case's document (DECIDED), or WITHDRAWN. */
export const CaseStatus = z.enum(['SUBMITTED', 'IN_REVIEW', 'ISSUED', 'DECIDED', 'FAILED', 'WITHDRAWN']);
export type CaseStatus = z.infer<typeof CaseStatus>;

/** Which status may follow which. FAILED is breakage, never an outcome: the office resumes it and nothing answered is lost. */
export const CASE_TRANSITIONS: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  // DECIDED at once: not accepted (不予受理).
  SUBMITTED: ['IN_REVIEW', 'DECIDED', 'FAILED', 'WITHDRAWN'],
  IN_REVIEW: ['ISSUED', 'DECIDED', 'FAILED', 'WITHDRAWN'],
  FAILED: ['IN_REVIEW', 'WITHDRAWN'],
  ISSUED: [],
  DECIDED: [],
  WITHDRAWN: [],
};

const Instant = z.iso.datetime({ offset: true });

/** What the lists show of a case. */
export const CaseSummary = z.strictObject({
  caseId: z.string().min(1),
  caseNumber: z.string().min(1),
  /** Name of the procedure: `listing-certificate`. */
  workflow: z.string().min(1),
  status: CaseStatus,
  applicant: z.strictObject({ uscc: z.string().min(1), name: z.string().min(1) }),
  submittedAt: Instant,
  /** Number of what was issued: the certificate's. */
  resultNumber: z.string().optional(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const CaseFailure = z.strictObject({
  error: z.string(),
  cause: z.string().optional(),
  failedAt: Instant,
  /** Which attempt of the case it ended. */
  attempt: z.int().positive(),
});
export type CaseFailure = z.infer<typeof CaseFailure>;

/** A case as it is kept. What only its procedure understands, the detail, is an item of its own. */
export const Case = CaseSummary.extend({
  submittedBy: z.strictObject({ personId: z.string().min(1), personName: z.string().min(1) }),
  /** How many executions of the machine were begun for it; the first is 1. */
  attempt: z.int().positive(),
  failure: CaseFailure.optional(),
  /** Number of audit entries: every change of a case writes exactly one. */
  version: z.int().positive(),
  /** Hash of the last audit entry. */
  auditHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Case = z.infer<typeof Case>;

/**
 * What ended the present attempt and waits to be resumed: of a FAILED case, or of a WITHDRAWN one whose machine broke before it
 * had undone what the procedure began.
 */
export const standingFailure = ({ attempt, failure }: Case): CaseFailure | undefined =>
  failure?.attempt === attempt ? failure : undefined;

/** One case, as those who may see it read it. */
export const CaseView = CaseSummary.extend({
  version: z.int().positive(),
  /** As the procedure's contract describes it. */
  detail: z.unknown(),
  /** The organisations asked and how far they are. */
  tasks: z.array(DeskTaskSummary),
  /** What the applicant sent of its own accord, oldest first; a department sees what was sent to it. */
  sent: z.array(Material),
  /** `cause` only for the office. */
  failure: CaseFailure.optional(),
});
export type CaseView = z.infer<typeof CaseView>;

/** One line of a case's timeline: an audit entry without what other organisations need not know. */
export const TimelineEntry = z.strictObject({
  sequence: z.int().positive(),
  at: Instant,
  kind: AuditKind,
  text: Bilingual,
  by: z.strictObject({
    organisationKind: OrganisationKind.or(z.literal('platform')),
    organisationName: z.string(),
    /** Only for the same organisation and the office. */
    personName: z.string().optional(),
    /** For whom that person acted under a delegation. */
    forPersonName: z.string().optional(),
  }),
  details: z.record(z.string(), z.json()),
  hash: z.string(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;
