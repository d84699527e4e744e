import { createHash } from 'node:crypto';
import type { Attachment, StoredAttachment } from '../../../workflows/listing-certificate/contract.ts';
import { attachmentBytes } from '../../../workflows/listing-certificate/rules/attachment-content.ts';
import type { Documents } from '../../shared/client/documents.ts';

/**
 * Stores attachments that the rules found good under the case's key. The key holds the SHA-256 of the content: sent again,
 * the same content lands in the same place.
 */
export async function storeAttachments(
  caseId: string,
  attachments: readonly Attachment[],
  documents: Documents,
): Promise<StoredAttachment[]> {
  return Promise.all(
    attachments.map(async ({ name, mediaType, contentBase64 }) => {
      const bytes = attachmentBytes(contentBase64);
      if (bytes === undefined) throw new Error('An attachment that is not base64 passed the rules');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const key = `cases/${caseId}/attachments/${sha256}`;
      await documents.put({ key, bytes, mediaType });
      return { name, mediaType, sizeBytes: bytes.byteLength, sha256, key };
    }),
  );
}
