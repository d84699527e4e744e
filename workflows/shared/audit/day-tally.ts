import type { AuditEntry } from '../audit-entry.ts';
import { type AuditHead, byCaseId } from './anchor.ts';
import type { CaseChains } from './case-chains.ts';
import { type Misfit, misfit } from './misfit.ts';

/** What the entries of one day come to, for its anchor. */
export class DayTally {
  readonly day: string;
  readonly #heads = new Map<string, AuditHead>();
  #first: Pick<AuditEntry, 'caseId' | 'sequence'> | undefined;
  readonly #firstSequences = new Map<string, number>();
  #entries = 0;

  constructor(day: string) {
    this.day = day;
  }

  get entries(): number {
    return this.#entries;
  }

  /** Its first entry, where no anchor holds what an anchor must hold; undefined where it has none. */
  notAnchored(): Misfit | undefined {
    return this.#first && misfit('entry-not-anchored', { ...this.#first, day: this.day });
  }

  /** Heads in the order of their case ids. */
  get heads(): AuditHead[] {
    return [...this.#heads.values()].sort(byCaseId);
  }

  add({ caseId, sequence, hash }: Pick<AuditEntry, 'caseId' | 'sequence' | 'hash'>): void {
    this.#entries++;
    this.#first ??= { caseId, sequence };
    if (sequence >= (this.#heads.get(caseId)?.sequence ?? 0)) {
      this.#heads.set(caseId, { caseId, sequence, hash });
    }
    this.#firstSequences.set(caseId, Math.min(sequence, this.#firstSequences.get(caseId) ?? sequence));
  }

  /** The first case whose entries of the day are not those the anchor was made of. */
  firstDifference(anchored: readonly AuditHead[], chains: CaseChains): Misfit | undefined {
    const expected = new Map(anchored.map((head) => [head.caseId, head]));
    const caseIds = [...new Set([...expected.keys(), ...this.#heads.keys()])].sort();
    for (const caseId of caseIds) {
      const found = this.#difference(caseId, expected.get(caseId), chains);
      if (found) return found;
    }
    return undefined;
  }

  #difference(caseId: string, expected: AuditHead | undefined, chains: CaseChains): Misfit | undefined {
    const { day } = this;
    const found = this.#heads.get(caseId);
    const notAnchored = (sequence: number) => misfit('entry-not-anchored', { caseId, sequence, day });
    if (!expected) return notAnchored(this.#firstSequences.get(caseId) ?? 1);
    if (!found || found.sequence < expected.sequence) {
      return misfit('entry-missing', { caseId, sequence: chains.headOf(caseId).sequence + 1, day });
    }
    if (found.sequence > expected.sequence) return notAnchored(expected.sequence + 1);
    return found.hash === expected.hash ? undefined : notAnchored(found.sequence);
  }
}
