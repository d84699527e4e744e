import type { AuditEntry } from '../audit-entry.ts';
import { type ChainHead, EMPTY_CHAIN } from './chain.ts';
import { type Misfit, misfit } from './misfit.ts';

type Link = Pick<AuditEntry, 'caseId' | 'sequence' | 'previousHash' | 'hash'>;

/**
 * Follows the chains of many cases at once, in the order of time. Clocks of two machines may differ by a moment, so an entry may
 * come before the one it follows: it waits until that one has come.
 */
export class CaseChains {
  readonly #heads = new Map<string, ChainHead>();
  readonly #waiting = new Map<string, Map<number, Link>>();

  get cases(): number {
    return this.#heads.size;
  }

  /** The last entry of a case up to which its chain is whole. */
  headOf(caseId: string): ChainHead {
    return this.#heads.get(caseId) ?? EMPTY_CHAIN;
  }

  /** Follows a case from a later entry on, when what came before is taken as given. */
  begin(caseId: string, head: ChainHead): void {
    this.#heads.set(caseId, head);
  }

  add({ caseId, sequence, previousHash, hash }: Link): Misfit | undefined {
    const waiting = this.#waiting.get(caseId) ?? new Map<number, Link>();
    if (sequence <= this.headOf(caseId).sequence || waiting.has(sequence)) {
      return misfit('entry-twice', { caseId, sequence });
    }
    waiting.set(sequence, { caseId, sequence, previousHash, hash });
    this.#waiting.set(caseId, waiting);
    return this.#follow(caseId, waiting);
  }

  /** The first entry that others wait for; undefined where every chain is whole. */
  gap(): Misfit | undefined {
    const [caseId] = this.#waiting.keys();
    return caseId === undefined
      ? undefined
      : misfit('entry-missing', { caseId, sequence: this.headOf(caseId).sequence + 1 });
  }

  #follow(caseId: string, waiting: Map<number, Link>): Misfit | undefined {
    let head = this.headOf(caseId);
    for (let next = waiting.get(head.sequence + 1); next; next = waiting.get(head.sequence + 1)) {
      if (next.previousHash !== head.hash) {
        return misfit('link-broken', { caseId, sequence: next.sequence });
      }
      waiting.delete(next.sequence);
      head = { sequence: next.sequence, hash: next.hash };
      this.#heads.set(caseId, head);
    }
    if (waiting.size === 0) this.#waiting.delete(caseId);
    return undefined;
  }
}
