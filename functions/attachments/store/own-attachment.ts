import {
  Attachment,
  type AttachmentRow,
  type Sender,
} from '../../../workflows/shared/attachments/attachment.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { AttachmentServices } from './attachment-services.ts';

/** An attachment of the caller's organisation. @throws RefusedError 404 for another's and for none alike */
export async function ownAttachment(
  attachmentId: string,
  { organisationKind, organisationId }: Sender,
  { attachments, now }: Pick<AttachmentServices, 'attachments' | 'now'>,
): Promise<AttachmentRow> {
  const row = await attachments.read(attachmentId, now());
  if (row?.organisationKind === organisationKind && row.organisationId === organisationId) return row;
  throw new RefusedError({
    status: 404,
    code: 'attachment-not-found',
    zh: '没有这份附件，或它不归您所在的单位',
    en: "There is no such attachment, or it is not your organisation's",
  });
}

/** What its organisation sees of it. */
export const viewOf = (row: AttachmentRow): Attachment => Attachment.strip().parse(row);
