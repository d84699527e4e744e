import type { Fault } from '../../shared/fault.ts';
import type { Limits } from '../catalogue.ts';
import type { Attachment } from '../contract.ts';
import { attachmentBytes, contentType } from './attachment-content.ts';
import { submissionFault } from './submission-fault.ts';

/** Everything wrong with the attachments: number, names, encoding, size, and type by content. */
export function attachmentFaults(attachments: readonly Attachment[], limits: Limits): Fault[] {
  const faults: Fault[] = [];
  if (attachments.length > limits.maximumAttachments) {
    faults.push(
      submissionFault('/attachments', 'attachments-too-many', { maximum: limits.maximumAttachments }),
    );
  }
  const names = attachments.map((attachment) => attachment.name);
  attachments.forEach((attachment, index) => {
    if (names.indexOf(attachment.name) < index) {
      faults.push(submissionFault(`/attachments/${index}/name`, 'attachment-name-duplicate'));
    }
    faults.push(...typeFaults(attachment, index, limits), ...contentFaults(attachment, index, limits));
  });
  return faults;
}

function typeFaults(attachment: Attachment, index: number, limits: Limits): Fault[] {
  const allowed: readonly string[] = limits.attachmentMediaTypes;
  if (allowed.includes(attachment.mediaType)) return [];
  return [submissionFault(`/attachments/${index}/mediaType`, 'attachment-type-refused', { allowed })];
}

function contentFaults(attachment: Attachment, index: number, limits: Limits): Fault[] {
  const pointer = `/attachments/${index}/contentBase64`;
  const bytes = attachmentBytes(attachment.contentBase64);
  if (bytes === undefined) return [submissionFault(pointer, 'attachment-not-base64')];
  if (bytes.length === 0) return [submissionFault(pointer, 'attachment-empty')];
  const faults: Fault[] = [];
  if (bytes.length > limits.maximumAttachmentBytes) {
    const maximumBytes = limits.maximumAttachmentBytes;
    faults.push(submissionFault(pointer, 'attachment-too-large', { maximumBytes }));
  }
  const allowed: readonly string[] = limits.attachmentMediaTypes;
  if (allowed.includes(attachment.mediaType) && contentType(bytes) !== attachment.mediaType) {
    faults.push(submissionFault(pointer, 'attachment-type-differs'));
  }
  return faults;
}
