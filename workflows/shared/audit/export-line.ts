import * as z from 'zod';
import { AuditEntry } from '../audit-entry.ts';
import { AuditAnchor, AuditHead } from './anchor.ts';

/**
 * One line of an export, in this order for each day: its entries, by time, case and sequence; then, where the day is anchored,
 * the heads of its cases in parts, and the anchor.
 */
export const AuditLine = z.discriminatedUnion('line', [
  z.strictObject({ line: z.literal('entry'), entry: AuditEntry }),
  z.strictObject({ line: z.literal('heads'), day: z.iso.date(), heads: z.array(AuditHead) }),
  z.strictObject({ line: z.literal('anchor'), anchor: AuditAnchor }),
]);
export type AuditLine = z.infer<typeof AuditLine>;

/** Place of an entry among those of its day: by instant, case and sequence. */
export function entryOrder({ at, caseId, sequence }: Pick<AuditEntry, 'at' | 'caseId' | 'sequence'>): string {
  return `entry#${new Date(at).toISOString()}#${caseId}#${String(sequence).padStart(6, '0')}`;
}
