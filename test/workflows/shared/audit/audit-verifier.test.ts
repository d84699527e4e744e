import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ANCHOR, nextAnchor } from '../../../../workflows/shared/audit/anchor.ts';
import { AuditVerifier } from '../../../../workflows/shared/audit/audit-verifier.ts';
import { EMPTY_CHAIN, nextEntry } from '../../../../workflows/shared/audit/chain.ts';
import { DayTally } from '../../../../workflows/shared/audit/day-tally.ts';
import { type AuditLine, entryOrder } from '../../../../workflows/shared/audit/export-line.ts';
import type { Misfit } from '../../../../workflows/shared/audit/misfit.ts';
import type { AuditEntry } from '../../../../workflows/shared/audit-entry.ts';

/** Which case something happened to, in the order of time, day by day. */
type History = readonly (readonly number[])[];

const dayOf = (index: number) => `2026-11-${String(index + 1).padStart(2, '0')}`;

function entriesOf(history: History): AuditEntry[][] {
  const heads = new Map<number, AuditEntry>();
  return history.map((deeds, day) =>
    deeds.map((which, at) => {
      const entry = nextEntry(heads.get(which) ?? EMPTY_CHAIN, {
        caseId: `lc-${which}`,
        at: `${dayOf(day)}T09:${String(at).padStart(2, '0')}:00+08:00`,
        kind: 'task-decided',
        actor: { by: 'platform', step: 'test' },
        details: { verdict: `${day}.${at}` },
      });
      heads.set(which, entry);
      return entry;
    }),
  );
}

function exportOf(days: readonly (readonly AuditEntry[])[]): AuditLine[] {
  let previousHash = NO_ANCHOR;
  return days.flatMap((entries, index) => {
    const tally = new DayTally(dayOf(index));
    for (const entry of entries) tally.add(entry);
    const anchor = nextAnchor(previousHash, tally);
    previousHash = anchor.hash;
    return [
      ...entries.map((entry): AuditLine => ({ line: 'entry', entry })),
      { line: 'heads', day: tally.day, heads: tally.heads },
      { line: 'anchor', anchor },
    ];
  });
}

function verify(lines: readonly unknown[], known?: ReadonlyMap<string, string>): Misfit | undefined {
  const verifier = new AuditVerifier(known);
  for (const line of lines) {
    const found = verifier.take(line);
    if (found) return found;
  }
  return verifier.end();
}

const histories = fc
  .array(fc.array(fc.nat(3), { maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .filter((history) => history.flat().length > 0);
const pick = <T>(items: readonly T[], place: number): T => {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
const entriesIn = (lines: readonly AuditLine[]) =>
  lines.flatMap((one) => (one.line === 'entry' ? [one.entry] : []));

/** Rewrites what `forge` changes and gives it, and all that follows in its case, new hashes of their own. */
function rewritten(entries: AuditEntry[][], target: AuditEntry): AuditEntry[][] {
  let head: AuditEntry | undefined;
  return entries.map((day) =>
    day.map((entry) => {
      if (entry.caseId !== target.caseId || entry.sequence < target.sequence) {
        if (entry.caseId === target.caseId) head = entry;
        return entry;
      }
      const { sequence: _, previousHash: __, hash: ___, ...facts } = entry;
      head = nextEntry(head ?? EMPTY_CHAIN, { ...facts, details: { ...facts.details, forged: true } });
      return head;
    }),
  );
}

describe('the verification of an audit export', () => {
  it('finds nothing in a trail as it was written', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(verify(exportOf(entriesOf(history)))).toBeUndefined();
      }),
    );
  });

  it('names the entry that was changed', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const lines = exportOf(entriesOf(history));
        const target = pick(entriesIn(lines), place);
        const forged = lines.map((one) =>
          one.line === 'entry' && one.entry === target
            ? { ...one, entry: { ...target, details: { verdict: 'another' } } }
            : one,
        );

        const { caseId, sequence } = target;
        expect(verify(forged)).toMatchObject({ code: 'content-changed', caseId, sequence });
      }),
    );
  });

  it('names the entry that was taken out', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const lines = exportOf(entriesOf(history));
        const { caseId, sequence } = pick(entriesIn(lines), place);
        const forged = lines.filter(
          (one) => one.line !== 'entry' || one.entry.caseId !== caseId || one.entry.sequence !== sequence,
        );

        expect(verify(forged)).toMatchObject({ code: 'entry-missing', caseId, sequence });
      }),
    );
  });

  it('names the first entry of a case that was taken out as a whole', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const lines = exportOf(entriesOf(history));
        const { caseId } = pick(entriesIn(lines), place);
        const forged = lines.filter((one) => one.line !== 'entry' || one.entry.caseId !== caseId);

        expect(verify(forged)).toMatchObject({ code: 'entry-missing', caseId, sequence: 1 });
      }),
    );
  });

  it('names an entry where two changed places', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (history, first, second) => {
        const lines = exportOf(entriesOf(history));
        const places = lines.flatMap((one, index) => (one.line === 'entry' ? [index] : []));
        const [a, b] = [pick(places, first), pick(places, second)];
        fc.pre(a !== b);
        const forged = lines.map((one, index) => (index === a ? lines[b] : index === b ? lines[a] : one));

        expect(verify(forged)).toMatchObject({
          code: expect.stringMatching(/^(out-of-order|entry-missing)$/),
          caseId: expect.any(String),
        });
      }),
    );
  });

  it('names an entry that was put in with good hashes of its own', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const days = entriesOf(history);
        const lines = exportOf(days);
        const target = pick(days.flat(), place);
        const last = days.flat().findLast((one) => one.caseId === target.caseId) ?? target;
        const { sequence: _, previousHash: __, hash: ___, ...facts } = last;
        const added = nextEntry(last, { ...facts, at: last.at.replace(':00+', ':30+') });
        const index = lines.findIndex((one) => one.line === 'entry' && one.entry === last);
        const forged = lines.toSpliced(index + 1, 0, { line: 'entry', entry: added });

        const { caseId, sequence } = added;
        expect(verify(forged)).toMatchObject({ code: 'entry-not-anchored', caseId, sequence });
      }),
    );
  });

  it('names the first entry of a case that was put in as a whole', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const lines = exportOf(entriesOf(history));
        const { at } = pick(entriesIn(lines), place);
        const entry = nextEntry(EMPTY_CHAIN, {
          caseId: 'zz-forged',
          at,
          kind: 'case-submitted',
          actor: { by: 'platform', step: 'test' },
          details: {},
        });
        const after = (one: AuditLine) => one.line === 'entry' && entryOrder(one.entry) < entryOrder(entry);
        const forged = lines.toSpliced(lines.findLastIndex(after) + 1, 0, { line: 'entry', entry });

        const found = verify(forged);

        expect(found).toMatchObject({ code: 'entry-not-anchored', caseId: 'zz-forged', sequence: 1 });
      }),
    );
  });

  it.each([
    ['an earlier day than the first', '2026-10-30T09:00:00+08:00'],
    ['a later day', '2026-11-30T09:00:00+08:00'],
  ])('names an entry of %s that stands before an anchor', (_day, at) => {
    fc.assert(
      fc.property(histories, (history) => {
        const lines = exportOf(entriesOf(history));
        const caseId = 'zz-forged';
        const actor = { by: 'platform', step: 'test' } as const;
        const entry = nextEntry(EMPTY_CHAIN, { caseId, at, kind: 'case-submitted', actor, details: {} });
        const place = at < dayOf(0) ? 0 : lines.findIndex(({ line }) => line !== 'entry');
        const forged = lines.toSpliced(place, 0, { line: 'entry', entry });

        expect(verify(forged)).toMatchObject({ code: 'entry-not-anchored', caseId, sequence: 1 });
      }),
    );
  });

  it('names the day on which a rewritten case stops to fit, where only entries were rewritten', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const days = entriesOf(history);
        const target = pick(days.flat(), place);
        const good = exportOf(days);
        const forgedEntries = rewritten(days, target).flat();
        let next = 0;
        const forged = good.map((one) =>
          one.line === 'entry' ? { ...one, entry: forgedEntries[next++] } : one,
        );

        expect(verify(forged)).toMatchObject({ code: 'entry-not-anchored', caseId: target.caseId });
      }),
    );
  });

  it('shows a trail rewritten together with its anchors against an anchor kept elsewhere', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const days = entriesOf(history);
        const kept = exportOf(days).at(-1);
        const forged = exportOf(rewritten(days, pick(days.flat(), place)));
        if (kept?.line !== 'anchor') throw new Error('an export ends with an anchor');
        const { day, hash } = kept.anchor;

        expect(verify(forged)).toBeUndefined();
        expect(verify(forged, new Map([[day, hash]]))).toMatchObject({ code: 'anchor-unknown', day });
      }),
    );
  });

  it('names the day whose anchor was taken out', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const lines = exportOf(entriesOf(history));
        const anchors = lines.filter((one) => one.line === 'anchor');
        fc.pre(anchors.length > 1);
        const target = pick(anchors.slice(0, -1), place);
        const forged = lines.filter((one) => one !== target);

        expect(verify(forged)).toMatchObject({ code: expect.stringMatching(/^anchor-(missing|changed)$/) });
      }),
    );
  });

  it('follows an entry that a slow clock put before the one it follows', () => {
    const [[first, second] = []] = entriesOf([[0, 0]]);
    if (!first || !second) throw new Error('there are two');
    const { hash: _, sequence: __, previousHash: ___, ...facts } = second;
    const early = nextEntry(first, { ...facts, at: first.at.replace('T09:00', 'T08:59') });

    expect(verify(exportOf([[early, first]]))).toBeUndefined();
  });

  it('tells a line that is none', () => {
    expect(verify([{ line: 'entry' }])).toMatchObject({ code: 'not-readable', lineNumber: 1 });
  });

  it('tells how many entries no anchor holds yet', () => {
    const verifier = new AuditVerifier();
    for (const entry of entriesOf([[0, 1]]).flat()) verifier.take({ line: 'entry', entry });

    expect(verifier.verdict(verifier.end())).toEqual({ entries: 2, cases: 2, entriesAfterLastAnchor: 2 });
  });
});
