import { DownloadObjectionFile } from '../../workflows/patent-funding/notice/routes.ts';
import { linkedFile } from '../shared/attachments/linked-file.ts';
import { s3 } from '../shared/aws/s3.ts';
import { type FileAddresses, fileAddresses } from '../shared/client/file-addresses.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { reviewedNotice } from './notice/reviewed-notice.ts';
import { type ObjectingServices, objectingServices } from './store/objecting-services.ts';

type Contract = typeof DownloadObjectionFile;

interface Services extends ObjectingServices {
  readonly addresses: Pick<FileAddresses, 'forDownload'>;
}

/** A link to a file of evidence, for those who review the notice and nobody else of the case. @throws RefusedError 403; 404 */
export async function downloadObjectionFile(
  { case: { caseId }, params: { objectionId, attachmentId }, actor }: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  const { noticeNumber } = await reviewedNotice(caseId, actor, services);
  const objection = await services.notices.objection(noticeNumber, objectionId);
  const kept = objection?.files.find((file) => file.attachmentId === attachmentId);
  return { body: await linkedFile(kept, objectionId, services) };
}

export const handler = route(DownloadObjectionFile, downloadObjectionFile, () => {
  const addresses = fileAddresses(s3(), setting('DOCUMENTS_BUCKET'));
  return Object.defineProperty(objectingServices(), 'addresses', { value: addresses }) as Services;
});
