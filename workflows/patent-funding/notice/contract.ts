import * as z from 'zod';
import { AttachmentIds, CaseAttachment } from '../../shared/attachments/attachment.ts';
import { Bilingual } from '../../shared/bilingual.ts';
import { Applicant, Contact } from '../contract.ts';
import { ObjectionGround } from '../money/progress.ts';
import { PatentKind } from '../programme.ts';

/** 公示: an intended grant is published for a number of working days, during which anyone may object. */

const Instant = z.iso.datetime({ offset: true });

export const NoticeState = z.enum(['PUBLISHED', 'CLOSED', 'ENDED']);
export type NoticeState = z.infer<typeof NoticeState>;

export const NoticedPatent = z.strictObject({
  number: z.string(),
  title: z.string(),
  kind: PatentKind,
  amountFen: z.int().positive(),
});

export const ObjectionOutcome = z.strictObject({
  outcome: z.enum(['upheld', 'rejected', 'unanswered']),
  reason: z.string().optional(),
});
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>;

/**
 * What is published, and how it stands: PUBLISHED until its end, then CLOSED; ENDED where the case stopped before (withdrawn).
 * What was published stays as it was; patents struck out since are named.
 */
export const Notice = z.strictObject({
  noticeNumber: z.string(),
  caseId: z.string(),
  programme: z.strictObject({ programmeId: z.string(), version: z.string(), name: Bilingual }),
  departmentId: z.string(),
  applicant: Applicant,
  patents: z.array(NoticedPatent).min(1),
  amountFen: z.int().positive(),
  publishedAt: Instant,
  workingDays: z.int().positive(),
  endsAt: Instant,
  /** The end falls in a year whose official calendar is not published yet. */
  endsProvisional: z.boolean(),
  state: NoticeState,
  /** Numbers of patents that left the grant since. */
  struckOut: z.array(z.string()),
  objectionCount: z.int().nonnegative(),
  outcomes: z.record(z.string(), ObjectionOutcome),
  version: z.int().positive(),
});
export type Notice = z.infer<typeof Notice>;

const Text = z.string().trim().min(5).max(1000);

/** A document that the reviewer finds there, or what it says. */
export const Evidence = z.strictObject({
  title: z.string().trim().min(1).max(200),
  /** Where it can be read. */
  url: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  excerpt: z.string().trim().min(1).max(1000).optional(),
});

/** POST /v1/notices/{number}/objections: anybody, with a way to be reached and something to go by. */
export const ObjectionSubmission = z.strictObject({
  contact: Contact,
  ground: ObjectionGround,
  text: Text,
  /** Numbers of patents of the notice, in any way of writing; none: all of it. */
  numbers: z.array(z.string().min(1).max(32)).max(100).default([]),
  /** What it rests on. At least this or a file. */
  evidence: z.array(Evidence).max(5).default([]),
  /** Files of evidence, uploaded by POST /v1/public-attachments. */
  attachmentIds: AttachmentIds.unwrap().max(5).default([]),
});
export type ObjectionSubmission = z.infer<typeof ObjectionSubmission>;

/** RECEIVED: not yet looked at, and not shown. Moderation decides what the public sees, never whether it is reviewed. */
export const Objection = z.strictObject({
  objectionId: z.string(),
  noticeNumber: z.string(),
  caseId: z.string(),
  ...ObjectionSubmission.omit({ attachmentIds: true }).shape,
  /** For those who review it alone. */
  files: z.array(CaseAttachment).default([]),
  receivedAt: Instant,
  shown: z.enum(['RECEIVED', 'SHOWN', 'HIDDEN']),
  moderation: z
    .strictObject({
      reason: z.string().optional(),
      at: Instant,
      by: z.strictObject({ personId: z.string(), personName: z.string() }),
    })
    .optional(),
  version: z.int().positive(),
});
export type Objection = z.infer<typeof Objection>;

/** What everybody may read of a notice. */
export const PublicNotice = Notice.omit({
  caseId: true,
  outcomes: true,
  version: true,
  applicant: true,
}).extend({
  applicant: z.strictObject({ name: z.string() }),
  /** Those that moderation shows; without who raised them. */
  objections: z.array(
    z.strictObject({
      objectionId: z.string(),
      ground: ObjectionGround,
      text: z.string(),
      numbers: z.array(z.string()),
      receivedAt: Instant,
      outcome: ObjectionOutcome.optional(),
    }),
  ),
});
export type PublicNotice = z.infer<typeof PublicNotice>;
