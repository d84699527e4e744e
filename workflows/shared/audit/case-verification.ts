import type { AuditEntry } from '../audit-entry.ts';
import { type ChainHead, firstBreak } from './chain.ts';
import { type Misfit, misfit } from './misfit.ts';

/** The first entry of a case that does not fit; `head` is where the case's own row says that its chain ends. */
export function verifyCase(
  caseId: string,
  entries: readonly AuditEntry[],
  head: ChainHead,
): Misfit | undefined {
  const sequence = firstBreak(entries, head);
  if (sequence === undefined) return undefined;
  const there = entries[sequence - 1];
  const code = there?.sequence === sequence ? 'content-changed' : 'entry-missing';
  return misfit(sequence > head.sequence ? 'entry-not-anchored' : code, { caseId, sequence });
}
