import * as z from 'zod';
import type { ListingSubmission } from '../../../../workflows/listing-certificate/contract.ts';
import type { Actor } from '../../../../workflows/shared/actor.ts';
import { UploadedFile } from '../../parts/uploaded-file.ts';

const Entity = z.object({
  uscc: z.string(),
  name: z.string(),
  relation: z.string(),
  authorisation: z.object({ signedOn: z.string(), signatory: z.string(), signatoryRole: z.string() }),
});
export type DraftEntity = z.infer<typeof Entity>;

/** The application as it is being written: of the shape that is sent, and nothing in it need be right yet. */
const Draft = z.object({
  entities: z.array(Entity),
  fields: z.array(z.string()),
  period: z.object({ fromOn: z.string(), toOn: z.string() }),
  purpose: z.object({ kind: z.string(), board: z.string() }),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  files: z.array(UploadedFile),
});
export type Draft = z.infer<typeof Draft>;

export function isDraft(kept: unknown): kept is Draft {
  return Draft.safeParse(kept).success;
}

export function newEntity(relation: string, uscc = '', name = ''): DraftEntity {
  const authorisation = { signedOn: '', signatory: '', signatoryRole: 'legal-representative' };
  return { uscc, name, relation, authorisation };
}

export function newDraft({ organisationId, organisationName }: Actor): Draft {
  return {
    entities: [newEntity('applicant', organisationId, organisationName)],
    fields: [],
    period: { fromOn: '', toOn: '' },
    purpose: { kind: 'initial-public-offering', board: 'sse-star' },
    contact: { name: '', phone: '', email: '' },
    files: [],
  };
}

/** What is sent. The rules judge it, so that it is not typed as right. */
export function submissionOf(
  { contact, files, ...rest }: Draft,
  { organisationId, organisationName }: Actor,
): Record<keyof Omit<ListingSubmission, 'attachments'>, unknown> {
  const { email, ...reachable } = contact;
  return {
    applicant: { uscc: organisationId, name: organisationName },
    ...rest,
    contact: email.trim() === '' ? reachable : contact,
    attachmentIds: files.map(({ attachmentId }) => attachmentId),
  };
}
