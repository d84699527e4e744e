import * as z from 'zod';

/** A text with files, as it is being written. */
const Message = z.object({
  text: z.string(),
  files: z.array(z.object({ attachmentId: z.string(), name: z.string() })),
});
export type Message = z.infer<typeof Message>;

export const emptyMessage = (): Message => ({ text: '', files: [] });

export function isMessage(kept: unknown): kept is Message {
  return Message.safeParse(kept).success;
}
