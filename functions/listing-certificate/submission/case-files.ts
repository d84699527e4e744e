import type { Attachment, StoredAttachment } from '../../../workflows/listing-certificate/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { AttachmentRow, CaseAttachment } from '../../../workflows/shared/attachments/attachment.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { useAttachments } from '../../shared/attachments/use-attachments.ts';
import { caseFileKey } from '../../shared/store/attachment-key.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { storeAttachments } from '../store/attachments.ts';
import type { SubmissionServices } from '../store/submission-services.ts';

/** The files of a new case, and the writes that make them the case's. */
interface CaseFiles {
  readonly stored: StoredAttachment[];
  readonly writes: GuardedWrite[];
}

interface Sent {
  /** Inside the request. */
  readonly inline: readonly Attachment[];
  /** Uploaded before. */
  readonly uploaded: readonly AttachmentRow[];
}

/** Lays what came with a request, and what was uploaded before it, where the case's files lie. Done again it does the same. */
export async function takeFiles(
  caseId: string,
  { inline, uploaded }: Sent,
  actor: Actor,
  services: SubmissionServices,
): Promise<CaseFiles> {
  const stored = await storeAttachments(caseId, inline, services.documents);
  const used = await useAttachments(uploaded, caseId, services);
  return {
    stored: [...stored, ...used.kept.map(storedOf)],
    writes: [...keep(caseId, stored, actor, services), ...used.writes],
  };
}

/** Lays the files of one case beside another one too, which may be read when the first no longer is. */
export async function copyFiles(
  from: string,
  caseId: string,
  stored: readonly StoredAttachment[],
  actor: Actor,
  services: SubmissionServices,
): Promise<GuardedWrite[]> {
  await Promise.all(
    stored.map(({ attachmentId }) =>
      services.caseFiles.copy(caseFileKey(from, attachmentId), caseFileKey(caseId, attachmentId)),
    ),
  );
  return keep(caseId, stored, actor, services);
}

const storedOf = ({ addedAt: _at, addedBy: _by, ...stored }: CaseAttachment): StoredAttachment => stored;

function keep(
  caseId: string,
  stored: readonly StoredAttachment[],
  { organisationKind, organisationId }: Actor,
  { attachments, now }: Pick<SubmissionServices, 'attachments' | 'now'>,
): GuardedWrite[] {
  const added = { addedAt: localInstant(now()), addedBy: { organisationKind, organisationId } };
  return stored.map((one) => attachments.keep(caseId, { ...one, ...added }));
}
