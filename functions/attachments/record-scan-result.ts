import type * as z from 'zod';
import { RecordScanResult } from '../../workflows/shared/attachments/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { attachmentIdOfUpload } from '../shared/store/attachment-key.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { afterScan } from './content/scan-outcome.ts';
import { type AttachmentServices, attachmentServices } from './store/attachment-services.ts';

/**
 * Notes what GuardDuty found. It may come before the sender says that the upload is done: then it is kept until the content was
 * checked. Doubled events, and those of other objects, change nothing.
 */
export async function recordScanResult(
  { detail: { s3ObjectDetails, scanResultDetails } }: z.output<typeof RecordScanResult.input>,
  { attachments, now }: Pick<AttachmentServices, 'attachments' | 'now'>,
): Promise<z.input<typeof RecordScanResult.output>> {
  const attachmentId = attachmentIdOfUpload(s3ObjectDetails.objectKey);
  if (attachmentId === undefined) return { recorded: false };
  const verdict = VERDICT[scanResultDetails.scanResultStatus];
  const recorded = await untilFresh(async () => {
    const read = await attachments.read(attachmentId, now());
    if (!read || read.scan || read.state === 'CLEAN' || read.state === 'REFUSED') return false;
    const scan = { by: 'guardduty', verdict, at: localInstant(now()) } as const;
    await attachments.change(read, read.state === 'SCANNING' ? afterScan(scan) : { scan });
    return true;
  });
  return { recorded };
}

const VERDICT = {
  NO_THREATS_FOUND: 'CLEAN',
  THREATS_FOUND: 'THREAT',
  UNSUPPORTED: 'UNSCANNED',
  ACCESS_DENIED: 'UNSCANNED',
  FAILED: 'UNSCANNED',
} as const;

export const handler = task(RecordScanResult, recordScanResult, attachmentServices);
