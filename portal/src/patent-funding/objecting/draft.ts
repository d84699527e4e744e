import * as z from 'zod';
import type { ObjectionSubmission } from '../../../../workflows/patent-funding/notice/contract.ts';
import { UploadedFile } from '../../parts/uploaded-file.ts';

/** An objection to a notice as it is being written. */
const Draft = z.object({
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  ground: z.string(),
  text: z.string(),
  numbers: z.array(z.string()),
  evidence: z.array(z.object({ title: z.string(), url: z.string(), excerpt: z.string() })),
  files: z.array(UploadedFile),
});
export type Draft = z.infer<typeof Draft>;

export function isDraft(kept: unknown): kept is Draft {
  return Draft.safeParse(kept).success;
}

export const newDraft = (): Draft => ({
  contact: { name: '', phone: '', email: '' },
  ground: '',
  text: '',
  numbers: [],
  evidence: [],
  files: [],
});

export const NO_EVIDENCE_YET: Draft['evidence'][number] = { title: '', url: '', excerpt: '' };

/** What is sent: what was left blank is left out. The rules judge it, so that it is not typed as right. */
export function objectionOf({
  contact,
  ground,
  text,
  numbers,
  evidence,
  files,
}: Draft): Record<keyof ObjectionSubmission, unknown> {
  return {
    contact: filled(contact),
    ...{ ground: undefined, text: undefined, ...filled({ ground, text }) },
    numbers,
    evidence: evidence.map(filled),
    attachmentIds: files.map(({ attachmentId }) => attachmentId),
  };
}

function filled(texts: Readonly<Record<string, string>>): Record<string, string> {
  const trimmed = Object.entries(texts).map(([name, text]) => [name, text.trim()]);
  return Object.fromEntries(trimmed.filter(([, text]) => text !== ''));
}
