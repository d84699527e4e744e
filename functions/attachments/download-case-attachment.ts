import { DownloadCaseAttachment } from '../../workflows/shared/attachments/routes.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { s3 } from '../shared/aws/s3.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { caseFileKey } from '../shared/store/attachment-key.ts';
import { type FileAddresses, fileAddresses } from './client/file-addresses.ts';
import { attachmentLimitsOn } from './store/attachment-limits.ts';
import { type AttachmentServices, attachmentServices } from './store/attachment-services.ts';

type Contract = typeof DownloadCaseAttachment;

interface DownloadServices extends Pick<AttachmentServices, 'attachments' | 'now'> {
  readonly addresses: Pick<FileAddresses, 'forDownload'>;
}

/** A link to a file of a case, for whoever may see the case. @throws RefusedError 404 where the case has no such file */
export async function downloadCaseAttachment(
  { case: { caseId }, params: { attachmentId } }: RouteInput<Contract>,
  { attachments, addresses, now }: DownloadServices,
): Promise<RouteReply<Contract>> {
  const kept = await attachments.readOfCase(caseId, attachmentId);
  if (!kept) {
    throw new RefusedError({
      status: 404,
      code: 'attachment-not-found',
      zh: '该办件没有这份附件',
      en: 'The case has no such attachment',
    });
  }
  const { downloadSeconds } = attachmentLimitsOn(localDateOf(now()));
  const url = await addresses.forDownload(caseFileKey(caseId, attachmentId), kept, downloadSeconds);
  return {
    body: { ...kept, url, expiresAt: localInstant(new Date(now().getTime() + downloadSeconds * 1000)) },
  };
}

export const handler = route(DownloadCaseAttachment, downloadCaseAttachment, () =>
  extended({
    get attachments() {
      return attachmentServices().attachments;
    },
    addresses: fileAddresses(s3(), setting('DOCUMENTS_BUCKET')),
  }),
);
