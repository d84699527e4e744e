import * as z from 'zod';
import { AttachmentIds } from './attachments/attachment.ts';

/** What an applicant may send. `departmentId` where it is for one department and not for all that have not answered yet. */
export const NewMaterial = z.strictObject({
  text: z.string().trim().min(1).max(5000),
  attachmentIds: AttachmentIds,
  departmentId: z.string().min(1).max(64).optional(),
});
export type NewMaterial = z.infer<typeof NewMaterial>;

/** 补充材料: what the applicant sent of its own accord while tasks were open; it stays as it was sent, and no clock stops for it. */
export const Material = z.strictObject({
  materialId: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  text: z.string().min(1),
  attachmentIds: AttachmentIds,
  /** The tasks it was sent to: those open then. */
  taskIds: z.array(z.string().min(1)).min(1),
});
export type Material = z.infer<typeof Material>;
