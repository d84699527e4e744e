import type { AuditEntry } from '../audit-entry.ts';
import { type AuditAnchor, NO_ANCHOR } from './anchor.ts';
import { dayMisfit, linkMisfit } from './anchor-misfit.ts';
import { CaseChains } from './case-chains.ts';
import { entryHash } from './chain.ts';
import { DayTally } from './day-tally.ts';
import type { AuditLine } from './export-line.ts';
import { type Misfit, misfit } from './misfit.ts';

export interface DayVerification {
  readonly misfit?: Misfit;
  readonly entries: number;
  readonly cases: number;
  /** Absent while the day is not anchored: only what stands is checked then, and not whether all stands. */
  readonly anchor?: AuditAnchor;
}

interface Around {
  /** The anchor of the day before. */
  readonly before?: AuditAnchor | undefined;
  /** The last anchor of all: up to its day nothing may stand that no anchor holds. */
  readonly last?: AuditAnchor | undefined;
}

/** Holds one day's lines against each other and against the anchors around; entries before that day are taken as given. */
export function verifyDay(
  day: string,
  lines: readonly AuditLine[],
  { before, last }: Around,
): DayVerification {
  const entries = lines.flatMap((line) => (line.line === 'entry' ? [line.entry] : []));
  const heads = lines.flatMap((line) => (line.line === 'heads' ? line.heads : []));
  const anchor = lines.find((line) => line.line === 'anchor')?.anchor;
  const tally = new DayTally(day);
  for (const entry of entries) tally.add(entry);
  const chains = new CaseChains();
  const found =
    entriesMisfit(entries, chains) ??
    (anchor && linkMisfit(anchor, before?.hash ?? NO_ANCHOR)) ??
    (anchor && dayMisfit(anchor, heads, tally, chains)) ??
    (!anchor && last && day <= last.day ? tally.notAnchored() : undefined) ??
    chains.gap();
  return {
    ...(found ? { misfit: found } : {}),
    entries: tally.entries,
    cases: tally.heads.length,
    ...(anchor ? { anchor } : {}),
  };
}

function entriesMisfit(entries: readonly AuditEntry[], chains: CaseChains): Misfit | undefined {
  const begun = new Set<string>();
  for (const entry of entries.toSorted((a, b) => a.sequence - b.sequence)) {
    const { caseId, sequence, previousHash } = entry;
    const { hash, ...linked } = entry;
    if (entryHash(linked) !== hash) return misfit('content-changed', { caseId, sequence });
    if (!begun.has(caseId)) chains.begin(caseId, { sequence: sequence - 1, hash: previousHash });
    begun.add(caseId);
    const found = chains.add(entry);
    if (found) return found;
  }
  return undefined;
}
