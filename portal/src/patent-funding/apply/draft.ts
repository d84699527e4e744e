import * as z from 'zod';
import type { ApplicationForm } from '../../../../workflows/patent-funding/contract.ts';
import type { Actor } from '../../../../workflows/shared/actor.ts';
import { UploadedFile } from '../../parts/uploaded-file.ts';

/** One patent as it is being written: the text of each cell, by the property it becomes. */
const Row = z.record(z.string(), z.string());
export type Row = z.infer<typeof Row>;

const Draft = z.object({
  programmeId: z.string(),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  account: z.object({ holder: z.string(), bank: z.string(), number: z.string() }),
  rows: z.array(Row),
  files: z.array(UploadedFile),
});
export type Draft = z.infer<typeof Draft>;

export function isDraft(kept: unknown): kept is Draft {
  return Draft.safeParse(kept).success;
}

export const newRow = (): Row => ({ receivedElsewhereFen: '0' });

export function isBlank(row: Row): boolean {
  return Object.entries(row).every(([field, text]) => text.trim() === '' || text === newRow()[field]);
}

export function newDraft({ organisationName }: Actor, programmeId: string): Draft {
  return {
    programmeId,
    contact: { name: '', phone: '', email: '' },
    account: { holder: organisationName, bank: '', number: '' },
    rows: [newRow()],
    files: [],
  };
}

/** What is sent beside the patents. The rules judge it, so that it is not typed as right. */
export function formOf(
  { programmeId, contact, account, files }: Draft,
  { organisationId, organisationName }: Actor,
): Record<keyof ApplicationForm, unknown> {
  const { email, ...reachable } = contact;
  return {
    programmeId,
    applicant: { uscc: organisationId, name: organisationName },
    contact: email.trim() === '' ? reachable : contact,
    account: { ...account, number: account.number.replaceAll(/\s/g, '') },
    attachmentIds: files.map(({ attachmentId }) => attachmentId),
  };
}
