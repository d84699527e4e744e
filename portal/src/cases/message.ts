import * as z from 'zod';
import { UploadedFile } from '../parts/uploaded-file.ts';

/** A text with files, as it is being written. */
const Message = z.object({
  text: z.string(),
  files: z.array(UploadedFile),
});
export type Message = z.infer<typeof Message>;

export const emptyMessage = (): Message => ({ text: '', files: [] });

export function isMessage(kept: unknown): kept is Message {
  return Message.safeParse(kept).success;
}
