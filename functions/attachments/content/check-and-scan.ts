import type { AttachmentRow } from '../../../workflows/shared/attachments/attachment.ts';
import { localDateOf, localInstant } from '../../../workflows/shared/working-days.ts';
import { s3 } from '../../shared/aws/s3.ts';
import { type UploadedFiles, uploadedFiles } from '../../shared/client/uploaded-files.ts';
import { setting } from '../../shared/config.ts';
import { RefusedError } from '../../shared/errors.ts';
import { extended } from '../../shared/services.ts';
import { uploadKey } from '../../shared/store/attachment-key.ts';
import { attachmentLimitsOn } from '../../shared/store/attachment-limits.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import { type AttachmentServices, attachmentServices } from '../store/attachment-services.ts';
import { judgeContent } from './judge-content.ts';
import { afterScan } from './scan-outcome.ts';

export interface CompleteServices extends AttachmentServices {
  readonly caseFiles: Pick<UploadedFiles, 'find'>;
}

/**
 * Checks an uploaded file and has it scanned. Each state is written before the next is begun, so that a call sent again goes on
 * where the last one stopped; what has its end stays as it is. `find` reads the row afresh.
 * @throws RefusedError 409 where nothing was uploaded
 */
export function checkAndScan(
  find: () => Promise<AttachmentRow>,
  services: CompleteServices,
): Promise<AttachmentRow> {
  return untilFresh(async () => {
    const read = await find();
    if (hasItsEnd(read, services)) return read;
    const bytes = await services.caseFiles.find(uploadKey(read.attachmentId));
    if (!bytes) throw nothingUploaded(read);
    const checked = read.state === 'ANNOUNCED' ? await check(read, bytes, services) : read;
    return checked.state === 'REFUSED' ? checked : scan(checked, bytes, services);
  });
}

/** Of what is being scanned only a verdict that comes as an event is waited for. */
function hasItsEnd({ state }: AttachmentRow, { scanner }: CompleteServices): boolean {
  return state === 'CLEAN' || state === 'REFUSED' || (state === 'SCANNING' && scanner.name === 'guardduty');
}

async function check(
  read: AttachmentRow,
  bytes: Uint8Array,
  { attachments, now }: CompleteServices,
): Promise<AttachmentRow> {
  const judged = await judgeContent(bytes, read, attachmentLimitsOn(localDateOf(now())));
  return attachments.change(
    read,
    judged.ok
      ? { state: 'UPLOADED', mediaType: judged.mediaType }
      : { state: 'REFUSED', refusal: judged.refusal },
  );
}

async function scan(
  checked: AttachmentRow,
  bytes: Uint8Array,
  { attachments, scanner, now }: CompleteServices,
): Promise<AttachmentRow> {
  // The event of a scan may come before the sender says that it is done.
  if (checked.scan) return attachments.change(checked, afterScan(checked.scan));
  const scanning =
    checked.state === 'SCANNING' ? checked : await attachments.change(checked, { state: 'SCANNING' });
  const verdict = scanner.scan(bytes);
  if (verdict === 'LATER') return scanning;
  return attachments.change(scanning, afterScan({ by: scanner.name, verdict, at: localInstant(now()) }));
}

function nothingUploaded({ attachmentId, state }: AttachmentRow): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'attachment-not-uploaded',
    zh: '尚未收到文件，请先上传',
    en: 'Nothing was uploaded yet: PUT the file first',
    present: { attachmentId, state },
  });
}

export function completeServices(): CompleteServices {
  const { attachments, scanner } = attachmentServices();
  return extended({ attachments, scanner, caseFiles: uploadedFiles(s3(), setting('DOCUMENTS_BUCKET')) });
}
