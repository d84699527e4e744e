import * as z from 'zod';
import { OrganisationKind } from '../actor.ts';
import { Bilingual } from '../bilingual.ts';

/**
 * 附件 on its way to a case.
 *
 *     ANNOUNCED --content as announced--> UPLOADED --> SCANNING --no malware--> CLEAN --used--> kept with the case
 *         `------- too large, another type, other content ------------`------------> REFUSED
 *
 * What no case uses in time is removed, whatever its state.
 */
export const AttachmentState = z.enum(['ANNOUNCED', 'UPLOADED', 'SCANNING', 'CLEAN', 'REFUSED']);
export type AttachmentState = z.infer<typeof AttachmentState>;

/** Who looks for malware. The stub knows the EICAR test file and nothing else. */
export const ScannerName = z.enum(['eicar-stub', 'guardduty', 'not-configured']);
export type ScannerName = z.infer<typeof ScannerName>;

/** Uploaded files that a request names. */
export const AttachmentIds = z.array(z.string().min(1).max(64)).max(10).default([]);

/** Who sends a file: an organisation, or anybody, whose files are known by their ids alone. */
const SenderKind = z.enum([...OrganisationKind.options, 'public']);
export interface Sender {
  readonly organisationKind: z.infer<typeof SenderKind>;
  readonly organisationId: string;
}
export const ANYBODY: Sender = { organisationKind: 'public', organisationId: 'anybody' };

const Instant = z.iso.datetime({ offset: true });
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const FileName = z
  .string()
  .min(1)
  .max(200)
  // Control characters, and what separates folders: a name is shown to people and saved by browsers.
  .regex(/^[^\p{Cc}\p{Cf}/\\]+$/u);

/** What is told of a file before it is sent. */
export const NewAttachment = z.strictObject({
  name: FileName,
  sizeBytes: z.int().positive(),
  /** SHA-256 of the content (hex): the bucket takes no other. */
  sha256: Sha256,
});
export type NewAttachment = z.infer<typeof NewAttachment>;

/** An attachment as the organisation that sent it sees it. */
export const Attachment = NewAttachment.extend({
  attachmentId: z.string().min(1),
  state: AttachmentState,
  announcedAt: Instant,
  /** What it is by its content. */
  mediaType: z.string().optional(),
  /** Why it was refused. */
  refusal: Bilingual.extend({ code: z.string() }).optional(),
  scan: z
    .strictObject({ by: ScannerName, verdict: z.enum(['CLEAN', 'THREAT', 'UNSCANNED']), at: Instant })
    .optional(),
  /** The case that uses it. */
  caseId: z.string().optional(),
  /** Unused, it is removed then. */
  removedAfter: Instant.optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** An attachment as it is kept: with whose it is. */
export const AttachmentRow = Attachment.extend({
  organisationKind: SenderKind,
  organisationId: z.string().min(1),
  version: z.int().positive(),
});
export type AttachmentRow = z.infer<typeof AttachmentRow>;

/** An attachment kept with a case: clean, and never changed. */
export const CaseAttachment = z.strictObject({
  attachmentId: z.string().min(1),
  name: z.string().min(1),
  mediaType: z.string().min(1),
  sizeBytes: z.int().positive(),
  sha256: Sha256,
  addedAt: Instant,
  addedBy: z.strictObject({ organisationKind: SenderKind, organisationId: z.string().min(1) }),
});
export type CaseAttachment = z.infer<typeof CaseAttachment>;
