import { createHash } from 'node:crypto';
import type { AuditEntry } from '../audit-entry.ts';

/** Where a chain stands: the sequence and hash of its last entry. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Before the first entry. */
export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

export type AuditFacts = Omit<AuditEntry, 'sequence' | 'previousHash' | 'hash'>;

/** The entry that follows `head`. */
export function nextEntry(head: ChainHead, facts: AuditFacts): AuditEntry {
  const linked = { ...facts, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...linked, hash: entryHash(linked) };
}

/**
 * The first sequence at which a case's entries, in order, do not fit together, or do not end at `head`; undefined where the
 * chain is whole. Finds what was changed, removed, put in or moved.
 */
export function firstBreak(entries: readonly AuditEntry[], head: ChainHead): number | undefined {
  let before = EMPTY_CHAIN;
  for (const { hash, ...linked } of entries) {
    const fits = linked.sequence === before.sequence + 1 && linked.previousHash === before.hash;
    if (!fits || entryHash(linked) !== hash) return before.sequence + 1;
    before = { sequence: linked.sequence, hash };
  }
  return before.sequence === head.sequence && before.hash === head.hash ? undefined : before.sequence + 1;
}

/** The hash an entry must carry. */
export function entryHash(linked: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(linked)).digest('hex');
}

/** JSON with sorted keys and without undefined members: the same facts always give the same text (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
