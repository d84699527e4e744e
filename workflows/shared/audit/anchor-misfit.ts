import { type AuditAnchor, type AuditHead, anchorHash, merkleRoot } from './anchor.ts';
import type { CaseChains } from './case-chains.ts';
import type { DayTally } from './day-tally.ts';
import { type Misfit, misfit } from './misfit.ts';

/** An anchor that was changed, or does not follow the one before it. */
export function linkMisfit(anchor: AuditAnchor, previousHash: string): Misfit | undefined {
  const { hash, ...linked } = anchor;
  const fits = anchorHash(linked) === hash && anchor.previousHash === previousHash;
  return fits ? undefined : misfit('anchor-changed', { day: anchor.day });
}

/** The first entry of a day that is not what its anchor was made of. */
export function dayMisfit(
  { day, cases, entries, root }: AuditAnchor,
  heads: readonly AuditHead[],
  tally: DayTally,
  chains: CaseChains,
): Misfit | undefined {
  if (heads.length !== cases || merkleRoot(heads) !== root) return misfit('heads-changed', { day });
  const found = tally.firstDifference(heads, chains);
  if (found) return found;
  return tally.entries === entries ? undefined : (chains.gap() ?? misfit('anchor-changed', { day }));
}
