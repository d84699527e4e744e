interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Keys of AttachmentTable (docs/access-patterns.md): a file by its id, and those of a case together. */
export const ATTACHMENT_KEY = {
  attachment: (attachmentId: string): Key => ({ pk: `attachment#${attachmentId}`, sk: 'attachment' }),
  ofCase: (caseId: string) => `case#${caseId}`,
  kept: (caseId: string, attachmentId: string): Key => ({
    pk: ATTACHMENT_KEY.ofCase(caseId),
    sk: `attachment#${attachmentId}`,
  }),
} as const;

/** Where files wait in the documents bucket until a case uses them; the bucket forgets what stays here. */
export const UPLOADS = 'uploads/';
export const uploadKey = (attachmentId: string) => `${UPLOADS}${attachmentId}`;

/** The attachment an object of the bucket belongs to, while it waits. */
export function attachmentIdOfUpload(objectKey: string): string | undefined {
  return objectKey.startsWith(UPLOADS) ? objectKey.slice(UPLOADS.length) : undefined;
}

/** Where a file of a case lies. */
export const caseFileKey = (caseId: string, attachmentId: string) =>
  `cases/${caseId}/attachments/${attachmentId}`;
