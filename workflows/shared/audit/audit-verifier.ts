import type { AuditEntry } from '../audit-entry.ts';
import { localDateOf } from '../working-days.ts';
import { type AuditAnchor, type AuditHead, dayAfter, NO_ANCHOR } from './anchor.ts';
import { dayMisfit, linkMisfit } from './anchor-misfit.ts';
import { CaseChains } from './case-chains.ts';
import { entryHash } from './chain.ts';
import { DayTally } from './day-tally.ts';
import { AuditLine, entryOrder } from './export-line.ts';
import { type Misfit, misfit } from './misfit.ts';

/** What was read up to now; `misfit` is the first thing that does not fit. */
export interface AuditVerdict {
  readonly misfit?: Misfit;
  readonly entries: number;
  readonly cases: number;
  /** The last anchor: compare it with one that was kept elsewhere. */
  readonly lastAnchor?: AuditAnchor;
  /** Entries after the last anchor: their chains were followed, and nothing yet says that none is missing at the end. */
  readonly entriesAfterLastAnchor: number;
}

/**
 * Reads an export from its first line and finds the first entry that does not fit: changed, taken out, put in, or moved, also
 * where the whole trail of a case is gone. A trail that was rewritten with new hashes from some day on shows against an anchor
 * of that day or later that was kept elsewhere (`knownAnchors`: day to hash).
 */
export class AuditVerifier {
  readonly #known: ReadonlyMap<string, string>;
  readonly #chains = new CaseChains();
  #lineNumber = 0;
  #entries = 0;
  #lastOrder = '';
  /** Days with entries that no anchor was read for yet. */
  #open: DayTally[] = [];
  #heads: AuditHead[] = [];
  #anchor: AuditAnchor | undefined;
  readonly #seen = new Set<string>();

  constructor(knownAnchors: ReadonlyMap<string, string> = new Map()) {
    this.#known = knownAnchors;
  }

  /** Takes the next line, parsed from JSON. After a misfit nothing more need be given. */
  take(value: unknown): Misfit | undefined {
    const lineNumber = ++this.#lineNumber;
    const read = AuditLine.safeParse(value);
    const found = read.success ? this.#takeLine(read.data) : misfit('not-readable', { lineNumber });
    return found && { ...found, lineNumber };
  }

  /** What shows only when everything was read. */
  end(): Misfit | undefined {
    const gap = this.#chains.gap();
    if (gap) return gap;
    const unseen = [...this.#known.keys()].find((day) => !this.#seen.has(day));
    return unseen === undefined ? undefined : misfit('anchor-missing', { day: unseen });
  }

  verdict(found: Misfit | undefined): AuditVerdict {
    return {
      ...(found ? { misfit: found } : {}),
      entries: this.#entries,
      cases: this.#chains.cases,
      ...(this.#anchor ? { lastAnchor: this.#anchor } : {}),
      entriesAfterLastAnchor: this.#open.reduce((sum, { entries }) => sum + entries, 0),
    };
  }

  #takeLine(line: AuditLine): Misfit | undefined {
    if (line.line === 'entry') return this.#takeEntry(line.entry);
    if (line.line === 'anchor') return this.#takeAnchor(line.anchor);
    this.#heads.push(...line.heads);
    return undefined;
  }

  #takeEntry(entry: AuditEntry): Misfit | undefined {
    const { caseId, sequence } = entry;
    const { hash, ...linked } = entry;
    if (entryHash(linked) !== hash) return misfit('content-changed', { caseId, sequence });
    const day = localDateOf(new Date(entry.at));
    const order = `${day}#${entryOrder(entry)}`;
    const late = this.#anchor !== undefined && day <= this.#anchor.day;
    if (order <= this.#lastOrder || late) return misfit('out-of-order', { caseId, sequence });
    this.#lastOrder = order;
    this.#entries++;
    this.#tallyOf(day).add(entry);
    return this.#chains.add(entry);
  }

  #tallyOf(day: string): DayTally {
    const last = this.#open.at(-1);
    if (last?.day === day) return last;
    const tally = new DayTally(day);
    this.#open.push(tally);
    return tally;
  }

  #takeAnchor(anchor: AuditAnchor): Misfit | undefined {
    const { day, hash } = anchor;
    const leftOut = this.#leftOut(anchor);
    if (leftOut) return leftOut;
    const unlinked = linkMisfit(anchor, this.#anchor?.hash ?? NO_ANCHOR);
    if (unlinked) return unlinked;
    if ((this.#known.get(day) ?? hash) !== hash) return misfit('anchor-unknown', { day });
    const found = this.#compareDay(anchor);
    this.#open = [];
    this.#heads = [];
    this.#anchor = anchor;
    this.#seen.add(day);
    return found;
  }

  /** What stands before an anchor and is in none: a day without one, or entries before the day of the first. */
  #leftOut({ day, previousHash }: AuditAnchor): Misfit | undefined {
    if (this.#anchor) {
      const expected = dayAfter(this.#anchor.day);
      return day === expected ? undefined : misfit('anchor-missing', { day: expected });
    }
    const [early] = this.#open;
    if (!early || early.day >= day) return undefined;
    return previousHash === NO_ANCHOR ? early.notAnchored() : misfit('anchor-missing', { day: early.day });
  }

  #compareDay(anchor: AuditAnchor): Misfit | undefined {
    const { day } = anchor;
    const tally = this.#open.find((one) => one.day === day) ?? new DayTally(day);
    const found = dayMisfit(anchor, this.#heads, tally, this.#chains);
    if (found) return found;
    // The export is in the order of days: entries of another day cannot stand before this anchor.
    const other = this.#open.find((one) => one !== tally);
    return other?.notAnchored();
  }
}
