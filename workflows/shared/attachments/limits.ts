import * as z from 'zod';

/** Rule data of uploads, as it lies in seeds/attachments. */
export const AttachmentLimits = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  maximumBytes: z.int().positive(),
  /** Of files that anybody sends, without a login. */
  fromAnybody: z.strictObject({
    maximumBytes: z.int().positive(),
    /** Of one caller. */
    perCallerAndDay: z.int().positive(),
  }),
  mediaTypes: z.array(z.string().min(1)).min(1),
  /** How long an address for the upload holds. */
  uploadSeconds: z.int().positive(),
  /** After which time a file that no case uses is removed. */
  keptUnusedHours: z.int().positive(),
  /** How long a link to a file holds. */
  downloadSeconds: z.int().positive(),
});
export type AttachmentLimits = z.infer<typeof AttachmentLimits>;
