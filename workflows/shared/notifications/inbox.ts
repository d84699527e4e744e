import * as z from 'zod';
import { Bilingual } from '../bilingual.ts';
import { NotificationKind } from './event.ts';

/** Two inboxes: what the whole organisation is told, and what one person of it is told. */
export const InboxBox = z.enum(['organisation', 'person']);
export type InboxBox = z.infer<typeof InboxBox>;

/** One message as it was told. */
export const InboxMessage = z.strictObject({
  /** 1, 2, 3, ... without gaps in its inbox, in the order of arrival. */
  sequence: z.int().positive(),
  messageId: z.string().min(1),
  kind: NotificationKind,
  /** Absent where it is of no case. */
  caseId: z.string().min(1).optional(),
  caseNumber: z.string().min(1).optional(),
  /** When it happened; it arrived at `receivedAt`. */
  at: z.iso.datetime({ offset: true }),
  receivedAt: z.iso.datetime({ offset: true }),
  title: Bilingual,
  text: Bilingual,
});
export type InboxMessage = z.infer<typeof InboxMessage>;

/** What one person has read of an inbox: everything up to a number, and single ones after it. */
export const ReadMarks = z.strictObject({
  readUpTo: z.int().nonnegative(),
  /** Ascending, all greater than `readUpTo` + 1. */
  readAlso: z.array(z.int().positive()),
});
export type ReadMarks = z.infer<typeof ReadMarks>;

export const NOTHING_READ: ReadMarks = { readUpTo: 0, readAlso: [] };

/** The marks after reading: everything up to `upTo`, and `also`. What follows without a gap joins the number read up to. */
export function withRead(marks: ReadMarks, upTo: number, also: readonly number[]): ReadMarks {
  let readUpTo = Math.max(marks.readUpTo, upTo);
  const left = [...new Set([...marks.readAlso, ...also])].sort((a, b) => a - b);
  while (left[0] !== undefined && left[0] <= readUpTo + 1) readUpTo = Math.max(readUpTo, left.shift() ?? 0);
  return { readUpTo, readAlso: left };
}

export function isRead({ readUpTo, readAlso }: ReadMarks, sequence: number): boolean {
  return sequence <= readUpTo || readAlso.includes(sequence);
}

export function unreadOf(received: number, { readUpTo, readAlso }: ReadMarks): number {
  return received - readUpTo - readAlso.length;
}
