import * as z from 'zod';
import { ScannerName } from '../../../workflows/shared/attachments/attachment.ts';

/** A file that arrived and was found good, as the draft of a form keeps it. */
export const UploadedFile = z.object({
  attachmentId: z.string(),
  name: z.string(),
  /** Who found no malware in it. */
  scannedBy: ScannerName.optional(),
});
export type UploadedFile = z.infer<typeof UploadedFile>;
