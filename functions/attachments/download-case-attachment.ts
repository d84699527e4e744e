import { DownloadCaseAttachment } from '../../workflows/shared/attachments/routes.ts';
import { linkedFile } from '../shared/attachments/linked-file.ts';
import { s3 } from '../shared/aws/s3.ts';
import { type FileAddresses, fileAddresses } from '../shared/client/file-addresses.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { type AttachmentServices, attachmentServices } from './store/attachment-services.ts';

type Contract = typeof DownloadCaseAttachment;

interface DownloadServices extends Pick<AttachmentServices, 'attachments' | 'now'> {
  readonly addresses: Pick<FileAddresses, 'forDownload'>;
}

/** A link to a file of a case, for whoever may see the case. @throws RefusedError 404 where the case has no such file */
export async function downloadCaseAttachment(
  { case: { caseId }, params: { attachmentId } }: RouteInput<Contract>,
  { attachments, ...services }: DownloadServices,
): Promise<RouteReply<Contract>> {
  const kept = await attachments.readOfCase(caseId, attachmentId);
  return { body: await linkedFile(kept, caseId, services) };
}

export const handler = route(DownloadCaseAttachment, downloadCaseAttachment, () =>
  extended({
    get attachments() {
      return attachmentServices().attachments;
    },
    addresses: fileAddresses(s3(), setting('DOCUMENTS_BUCKET')),
  }),
);
