import { randomBytes } from 'node:crypto';
import type {
  AttachmentRow,
  NewAttachment,
  Sender,
} from '../../../workflows/shared/attachments/attachment.ts';
import type { Announced } from '../../../workflows/shared/attachments/routes.ts';
import { localDateOf, localInstant } from '../../../workflows/shared/working-days.ts';
import { s3 } from '../../shared/aws/s3.ts';
import { type FileAddresses, fileAddresses } from '../../shared/client/file-addresses.ts';
import { setting } from '../../shared/config.ts';
import { RefusedError, refusedForFaults } from '../../shared/errors.ts';
import { extended } from '../../shared/services.ts';
import { uploadKey } from '../../shared/store/attachment-key.ts';
import { attachmentLimitsOn } from '../../shared/store/attachment-limits.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { type AttachmentServices, attachmentServices } from '../store/attachment-services.ts';
import { viewOf } from '../store/own-attachment.ts';

export interface AnnounceServices extends AttachmentServices {
  readonly addresses: FileAddresses;
}

interface Room {
  readonly reply: { readonly body: Announced };
  readonly write: GuardedWrite;
}

/**
 * Makes room for a file of a sender and says where it goes. Nothing else than what was announced can be put there.
 * @throws RefusedError 422 where it is too large; 409 where nobody could scan it
 */
export async function roomForFile(
  told: NewAttachment,
  { organisationKind, organisationId }: Sender,
  maximumBytes: number,
  { addresses, attachments, scanner, now }: AnnounceServices,
): Promise<Room> {
  if (scanner.name === 'not-configured') throw nobodyScans();
  if (told.sizeBytes > maximumBytes) throw tooLarge(maximumBytes);
  const { keptUnusedHours, uploadSeconds } = attachmentLimitsOn(localDateOf(now()));
  const after = (seconds: number) => localInstant(new Date(now().getTime() + seconds * 1000));
  const row: AttachmentRow = {
    ...told,
    attachmentId: `att-${randomBytes(16).toString('hex')}`,
    state: 'ANNOUNCED',
    announcedAt: localInstant(now()),
    removedAfter: after(keptUnusedHours * 3600),
    organisationKind,
    organisationId,
    version: 1,
  };
  const address = await addresses.forUpload(uploadKey(row.attachmentId), row, uploadSeconds);
  const body = { attachment: viewOf(row), upload: { ...address, expiresAt: after(uploadSeconds) } };
  return { reply: { body }, write: attachments.announce(row) };
}

function tooLarge(maximumBytes: number): RefusedError {
  const mebibytes = Math.floor(maximumBytes / 1024 ** 2);
  return refusedForFaults([
    {
      pointer: '/sizeBytes',
      code: 'attachment-too-large',
      zh: `附件超过 ${mebibytes} MiB`,
      en: `The attachment is larger than ${mebibytes} MiB`,
    },
  ]);
}

function nobodyScans(): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'malware-scan-not-configured',
    zh: '平台尚未配置恶意软件扫描，暂不接收附件',
    en: 'No malware scanner is configured: the platform takes no attachments',
  });
}

export function announceServices(): AnnounceServices {
  const { attachments, scanner } = attachmentServices();
  return extended({
    attachments,
    scanner,
    addresses: fileAddresses(s3(), setting('DOCUMENTS_BUCKET')),
  });
}
