import type { AttachmentRow } from '../../../workflows/shared/attachments/attachment.ts';
import { refused } from './judge-content.ts';

type Scan = NonNullable<AttachmentRow['scan']>;

/** What a verdict makes of an attachment whose content is good. */
export function afterScan(scan: Scan): Pick<AttachmentRow, 'state' | 'scan' | 'refusal'> {
  if (scan.verdict === 'CLEAN') return { state: 'CLEAN', scan };
  const { refusal } = refused(scan.verdict === 'THREAT' ? 'malware' : 'unscanned');
  return { state: 'REFUSED', scan, refusal };
}
