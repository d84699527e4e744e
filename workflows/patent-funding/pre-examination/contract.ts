import * as z from 'zod';
import { AttachmentIds, CaseAttachment } from '../../shared/attachments/attachment.ts';
import { Bilingual } from '../../shared/bilingual.ts';
import { Applicant, Contact } from '../contract.ts';
import { PlannedTask } from '../money/progress.ts';
import { PatentKind } from '../programme.ts';

/**
 * 快速预审: an enterprise registers a filing that is not made yet; the IP centre examines it and gives a pass certificate, with which it is filed,
 * or refuses it. Afterwards the filing number and the grant are tracked. Shapes only.
 */

const Instant = z.iso.datetime({ offset: true });
const LocalDate = z.iso.date();

/** POST /v1/pre-examinations. The documents of the filing are uploaded before. */
export const PreExaminationForm = z.strictObject({
  applicant: Applicant,
  contact: Contact,
  title: z.string().trim().min(1).max(200),
  kind: PatentKind,
  industryId: z.string().min(1).max(64),
  /** Main class first: `H01L21/02`. */
  ipc: z
    .array(z.string().regex(/^[A-H][0-9]{2}[A-Z][0-9]{1,4}\/[0-9]{2,6}$/))
    .min(1)
    .max(10),
  attachmentIds: AttachmentIds,
});
export type PreExaminationForm = z.infer<typeof PreExaminationForm>;

export const PreExaminationQuestion = PreExaminationForm.pick({
  title: true,
  kind: true,
  industryId: true,
  ipc: true,
}).extend({
  /** The filing is examined as a whole; without parts nothing is left to answer. */
  parts: z.array(z.string()),
});
export type PreExaminationQuestion = z.infer<typeof PreExaminationQuestion>;

const Reason = z.string().trim().min(1).max(1000);

export const PreExaminationAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('passed'), comment: z.string().max(2000).optional() }),
  z.strictObject({ outcome: z.literal('refused'), reasons: z.array(Reason).min(1).max(20) }),
]);
export type PreExaminationAnswer = z.infer<typeof PreExaminationAnswer>;

export const PreExaminationOutcome = z.strictObject({
  verdict: z.enum(['passed', 'refused', 'unanswered', 'supplement-not-provided']),
  reasons: z.array(Bilingual),
});
export type PreExaminationOutcome = z.infer<typeof PreExaminationOutcome>;

/** 预审合格证明. */
export const PassCertificate = z.strictObject({
  number: z.string(),
  issuedAt: Instant,
  /** The filing has to be made until the end of this day. */
  fileBy: LocalDate,
  fileByProvisional: z.boolean(),
  /** Verifiable Credential 2.0 as JWT, signed by the platform. None in certificates from before they were signed. */
  credential: z.string().optional(),
});
export type PassCertificate = z.infer<typeof PassCertificate>;

export const ReportedFiling = z.strictObject({
  /** Canonical application number. */
  number: z.string(),
  filedOn: LocalDate,
  reportedAt: Instant,
});

/** As the registry of patents says. */
export const RecordedGrant = z.strictObject({
  grantedOn: LocalDate,
  grantPublicationNumber: z.string().optional(),
  recordedAt: Instant,
});

/** What a case of this procedure carries beside what every case has. */
export const PreExaminationDetail = PreExaminationForm.omit({ attachmentIds: true }).extend({
  attachments: z.array(CaseAttachment),
  rulesVersion: z.string(),
  /** Absent until it is put to the examiner. */
  examination: PlannedTask.optional(),
  outcome: PreExaminationOutcome.optional(),
  certificate: PassCertificate.optional(),
  filing: ReportedFiling.optional(),
  grant: RecordedGrant.optional(),
});
export type PreExaminationDetail = z.infer<typeof PreExaminationDetail>;
