import { createHash } from 'node:crypto';
import type { Attachment, StoredAttachment } from '../../../workflows/listing-certificate/contract.ts';
import { attachmentBytes } from '../../../workflows/listing-certificate/rules/attachment-content.ts';
import type { Documents } from '../../shared/client/documents.ts';
import { caseFileKey } from '../../shared/store/attachment-key.ts';

/**
 * Stores attachments that came inside a request and that the rules found good, where the case's files lie. The id is made of name
 * and content: sent again, the same file lands in the same place.
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
      const digest = createHash('sha256').update(`${name}\n${sha256}`).digest('hex');
      const attachmentId = `att-${digest.slice(0, 32)}`;
      await documents.put({ key: caseFileKey(caseId, attachmentId), bytes, mediaType });
      return { attachmentId, name, mediaType, sizeBytes: bytes.byteLength, sha256 };
    }),
  );
}
