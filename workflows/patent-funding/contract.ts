import * as z from 'zod';
import { CaseAttachment } from '../shared/attachments/attachment.ts';
import { Bilingual } from '../shared/bilingual.ts';
import { TableFile } from '../shared/table/table-file.ts';
import { PlannedTask, Progress } from './money/progress.ts';
import { PatentKind } from './programme.ts';
import { RegistryRecord } from './registry/contract.ts';
import { FailedRule } from './rule-id.ts';

/**
 * 专利资助: what an enterprise applies for and what its case carries. Shapes only; what needs the programme, the registry or the
 * caller is in rules/. The patents of a case are rows of their own (functions/patent-funding/store), because five hundred of them
 * do not fit into one item.
 */

const Fen = z.int().nonnegative().max(1_000_000_000_00);
const LocalDate = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

export const Applicant = z.strictObject({
  uscc: z.string().min(1).max(32),
  name: z.string().min(1).max(200),
});
export const Contact = z.strictObject({
  name: z.string().min(1).max(100),
  phone: z.string().regex(/^\+?[0-9][0-9 -]{5,19}$/),
  email: z.email().max(200).optional(),
});
/** Where the money goes; the account is in the applicant's own name (rules/application-faults.ts). */
export const BankAccount = z.strictObject({
  holder: z.string().min(1).max(200),
  bank: z.string().min(1).max(200),
  number: z.string().regex(/^[0-9]{8,30}$/),
});
export type BankAccount = z.infer<typeof BankAccount>;

/** One patent of an application, as the enterprise tells of it. */
export const ClaimedPatent = z.strictObject({
  /** In any way of writing: `ZL201310699744.2`. */
  number: z.string().min(1).max(32),
  title: z.string().min(1).max(200),
  grantedOn: LocalDate,
  grantPublicationNumber: z.string().min(1).max(40),
  patentees: z.array(z.string().min(1).max(80)).min(1).max(8),
  address: z.string().min(1).max(200),
  /** Official fees that were paid, and the receipts (票据号) that prove it. */
  feesFen: Fen,
  receipts: z.array(z.string().min(1).max(40)).max(10),
  /** What other levels of government gave for it. */
  receivedElsewhereFen: Fen,
  /** Where it has co-owners: they leave the funding to the applicant. */
  coOwnersWaive: z.boolean().default(false),
});
export type ClaimedPatent = z.infer<typeof ClaimedPatent>;

/** The application without its patents, which come in a list or in a file. */
export const ApplicationForm = z.strictObject({
  programmeId: z.string().min(1).max(64),
  applicant: Applicant,
  contact: Contact,
  account: BankAccount,
  attachmentIds: z.array(z.string().min(1).max(64)).max(50).default([]),
});
export type ApplicationForm = z.infer<typeof ApplicationForm>;

/** The whole application (POST /v1/patent-funding/applications). */
export const FundingApplication = ApplicationForm.extend({ patents: z.array(ClaimedPatent).min(1).max(500) });
export type FundingApplication = z.infer<typeof FundingApplication>;

/** As it is sent: the patents in a list, or in a table (workflows/patent-funding/table/application-columns.ts). */
export const SentApplication = FundingApplication.partial({ patents: true }).extend({
  patentsFile: TableFile.optional(),
});

/** One patent of a case: what was told, what the registry says, what the rules found, what is granted. */
export const PatentRow = ClaimedPatent.extend({
  /** Its place in the application, from 1. */
  line: z.int().positive(),
  /** Canonical, the key under which it is claimed. */
  number: z.string().min(1).max(20),
  kind: PatentKind,
  /** As it stood at assessment; absent where the registry has no such patent, and before. */
  registry: RegistryRecord.optional(),
  /** Every rule it fails; absent before assessment, empty for a good one. */
  failed: z.array(FailedRule).optional(),
  /** What is granted; absent where it fails a rule or was excluded, and before. */
  amountFen: Fen.optional(),
  /** Why the review left it out. */
  excluded: Bilingual.optional(),
});
export type PatentRow = z.infer<typeof PatentRow>;

export const Lane = z.enum(['ordinary', 'fast']);
export type Lane = z.infer<typeof Lane>;

/** In which lane a case goes, and why. */
export const AssignedLane = z.strictObject({
  lane: Lane,
  reasons: z.array(Bilingual).min(1),
  promisedWorkingDays: z.int().positive(),
});
export type AssignedLane = z.infer<typeof AssignedLane>;

/** What is granted to the case: after assessment as computed, after review as approved. */
export const Grant = z.strictObject({
  amountFen: Fen,
  patents: z.array(z.strictObject({ number: z.string(), kind: PatentKind, amountFen: Fen })),
});
export type Grant = z.infer<typeof Grant>;

/** How a case ended, or how it goes on after the review. */
export const FundingOutcome = z.strictObject({
  end: z.enum([
    'approved',
    'not-accepted',
    'refused',
    'unanswered',
    'supplement-not-provided',
    'budget-lapsed',
    'nothing-left',
    'objection-upheld',
    'payment-not-made',
    'paid',
  ]),
  /** For people. */
  reasons: z.array(Bilingual),
});
export type FundingOutcome = z.infer<typeof FundingOutcome>;

/** What a case of this procedure carries beside what every case has. */
export const FundingDetail = z.strictObject({
  ...ApplicationForm.omit({ attachmentIds: true, programmeId: true }).shape,
  programmeId: z.string(),
  programmeVersion: z.string(),
  /** Year of the submission, whose budget pays. */
  budgetYear: z.int(),
  attachments: z.array(CaseAttachment),
  patentCount: z.int().positive(),
  /** The registry of patents cannot be reached: since when the case waits and asks again. */
  registryUnreachableSince: Instant.optional(),
  /** How many patents passed; absent before. */
  assessment: z
    .strictObject({ assessedAt: Instant, passed: z.int().nonnegative(), failed: z.int().nonnegative() })
    .optional(),
  lane: AssignedLane.optional(),
  /** The question to the IP centre (知识产权中心), as it was promised. */
  review: PlannedTask.optional(),
  grant: Grant.optional(),
  /** Of the grant: what is to be paid, in fen. */
  amountFen: Fen.optional(),
  outcome: FundingOutcome.optional(),
  /** After the approval: notice, objections, payment. */
  progress: Progress.optional(),
});
export type FundingDetail = z.infer<typeof FundingDetail>;
