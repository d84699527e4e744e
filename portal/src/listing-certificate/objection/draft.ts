import * as z from 'zod';
import { UploadedFile } from '../../parts/uploaded-file.ts';
import type { RecordedCell } from '../report/report.ts';

/** An objection as it is being written: what is disputed, by the key of its cell. */
const Draft = z.object({
  cells: z.record(z.string(), z.object({ documentNumbers: z.array(z.string()), reason: z.string() })),
  files: z.array(UploadedFile),
});
export type ObjectionDraft = z.infer<typeof Draft>;

export function isObjectionDraft(kept: unknown): kept is ObjectionDraft {
  return Draft.safeParse(kept).success;
}

export const newObjection = (): ObjectionDraft => ({ cells: {}, files: [] });

/** The cells of which something is disputed, in the order they are sent in. */
export function disputedCells(cells: readonly RecordedCell[], draft: ObjectionDraft): RecordedCell[] {
  return cells.filter(({ key }) => (draft.cells[key]?.documentNumbers ?? []).length > 0);
}

/** What is sent. */
export function objectionOf(number: string, cells: readonly RecordedCell[], draft: ObjectionDraft) {
  return {
    number,
    cells: disputedCells(cells, draft).map(({ key, uscc, fieldId }) => ({
      uscc,
      fieldId,
      ...draft.cells[key],
    })),
    attachmentIds: draft.files.map(({ attachmentId }) => attachmentId),
  };
}
