import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from './chain.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Where the chain of one case stood at the end of a day: its last entry of that day. */
export const AuditHead = z.strictObject({
  caseId: z.string().min(1),
  sequence: z.int().positive(),
  hash: Sha256,
});
export type AuditHead = z.infer<typeof AuditHead>;

/**
 * What one day left behind: one hash over the heads of all cases changed that day, and the hash of the anchor of the day
 * before. A day on which nothing happened has its anchor too, so that no day can be taken out.
 */
export const AuditAnchor = z.strictObject({
  /** The day in Asia/Shanghai: entries whose `at` lies in it. */
  day: z.iso.date(),
  cases: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  /** Root of the Merkle tree over the heads in the order of their case ids. */
  root: Sha256,
  /** Hash of the anchor of the day before; 64 zeros in the first. */
  previousHash: Sha256,
  /** SHA-256 (hex) over the canonical JSON of everything above. */
  hash: Sha256,
});
export type AuditAnchor = z.infer<typeof AuditAnchor>;

/** Before the first anchor. */
export const NO_ANCHOR = '0'.repeat(64);

export interface DayFacts {
  readonly day: string;
  readonly heads: readonly AuditHead[];
  /** Number of entries of the day. */
  readonly entries: number;
}

/** The anchor of a day, linked to the one before. */
export function nextAnchor(previousHash: string, { day, heads, entries }: DayFacts): AuditAnchor {
  const linked = { day, cases: heads.length, entries, root: merkleRoot(heads), previousHash };
  return { ...linked, hash: anchorHash(linked) };
}

/** The hash an anchor must carry. */
export function anchorHash(linked: Omit<AuditAnchor, 'hash'>): string {
  return sha256(canonicalJson(linked));
}

/** The next day of the calendar. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
}

/** Heads in the order of the tree. */
export function byCaseId(a: AuditHead, b: AuditHead): number {
  return a.caseId < b.caseId ? -1 : Number(a.caseId > b.caseId);
}

/**
 * Merkle tree hash of the heads, after RFC 6962 section 2.1: leaves and nodes are told apart by a first byte, and the left
 * part of a node holds the largest power of two that is smaller than the whole. So a single case can later be proved against
 * the anchor without showing the others.
 */
export function merkleRoot(heads: readonly AuditHead[]): string {
  const leaves = heads.toSorted(byCaseId).map((head) => sha256(`\u0000${canonicalJson(head)}`));
  return treeHash(leaves);
}

function treeHash(leaves: readonly string[]): string {
  const [only] = leaves;
  if (only === undefined) return sha256('');
  if (leaves.length === 1) return only;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha256(`\u0001${treeHash(leaves.slice(0, split))}${treeHash(leaves.slice(split))}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
