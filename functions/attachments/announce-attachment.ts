import { randomBytes } from 'node:crypto';
import type { AttachmentRow } from '../../workflows/shared/attachments/attachment.ts';
import { AnnounceAttachment } from '../../workflows/shared/attachments/routes.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { s3 } from '../shared/aws/s3.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { uploadKey } from '../shared/store/attachment-key.ts';
import { type FileAddresses, fileAddresses } from './client/file-addresses.ts';
import { attachmentLimitsOn } from './store/attachment-limits.ts';
import { type AttachmentServices, attachmentServices } from './store/attachment-services.ts';
import { viewOf } from './store/own-attachment.ts';

type Contract = typeof AnnounceAttachment;

interface AnnounceServices extends AttachmentServices {
  readonly addresses: FileAddresses;
}

/**
 * Makes room for a file and says where it goes. Nothing else than what was announced can be put there.
 * @throws RefusedError 422 where it is too large; 409 where nobody could scan it
 */
export async function announceAttachment(
  { actor, body, idempotency }: RouteInput<Contract>,
  services: AnnounceServices,
): Promise<RouteReply<Contract>> {
  const { addresses, attachments, commit, idempotency: markers, scanner } = services;
  if (scanner.name === 'not-configured') throw nobodyScans();
  const now = services.now();
  const limits = attachmentLimitsOn(localDateOf(now));
  if (body.sizeBytes > limits.maximumBytes) throw tooLarge(limits.maximumBytes);
  const after = (seconds: number) => localInstant(new Date(now.getTime() + seconds * 1000));
  const row: AttachmentRow = {
    ...body,
    attachmentId: `att-${randomBytes(16).toString('hex')}`,
    state: 'ANNOUNCED',
    announcedAt: localInstant(now),
    removedAfter: after(limits.keptUnusedHours * 3600),
    organisationKind: actor.organisationKind,
    organisationId: actor.organisationId,
    version: 1,
  };
  const address = await addresses.forUpload(uploadKey(row.attachmentId), row, limits.uploadSeconds);
  const reply: RouteReply<Contract> = {
    body: { attachment: viewOf(row), upload: { ...address, expiresAt: after(limits.uploadSeconds) } },
    location: `/v1/attachments/${row.attachmentId}`,
  };
  await commit([markers.remember(idempotency, reply, now), attachments.announce(row)]);
  return reply;
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

export const handler = route(AnnounceAttachment, announceAttachment, () => {
  const { attachments, scanner } = attachmentServices();
  return extended({
    attachments,
    scanner,
    addresses: fileAddresses(s3(), setting('DOCUMENTS_BUCKET')),
  });
});
