import * as z from 'zod';
import type { PreExaminationForm } from '../../../../workflows/patent-funding/pre-examination/contract.ts';
import type { Actor } from '../../../../workflows/shared/actor.ts';
import { UploadedFile } from '../../parts/uploaded-file.ts';

/** A registration as it is being written. */
const Draft = z.object({
  title: z.string(),
  kind: z.string(),
  industryId: z.string(),
  ipc: z.string(),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  files: z.array(UploadedFile),
});
export type Draft = z.infer<typeof Draft>;

export function isDraft(kept: unknown): kept is Draft {
  return Draft.safeParse(kept).success;
}

export const newDraft = (): Draft => ({
  title: '',
  kind: 'invention',
  industryId: '',
  ipc: '',
  contact: { name: '', phone: '', email: '' },
  files: [],
});

/** What is sent. The rules judge it, so that it is not typed as right. */
export function formOf(
  { contact, files, ipc, ...rest }: Draft,
  { organisationId, organisationName }: Actor,
): Record<keyof PreExaminationForm, unknown> {
  const { email, ...reachable } = contact;
  return {
    ...rest,
    applicant: { uscc: organisationId, name: organisationName },
    contact: email.trim() === '' ? reachable : contact,
    ipc: ipc
      .toUpperCase()
      .split(/[\s,，;；、]+/)
      .filter(Boolean),
    attachmentIds: files.map(({ attachmentId }) => attachmentId),
  };
}
