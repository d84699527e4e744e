import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  EMPTY_CHAIN,
  firstBreak,
  nextEntry,
} from '../../../../workflows/shared/audit/chain.ts';
import type { AuditEntry } from '../../../../workflows/shared/audit-entry.ts';

const chainOf = (details: readonly Record<string, string>[]) => {
  const entries: AuditEntry[] = [];
  for (const [index, each] of details.entries()) {
    const at = `2026-11-23T09:30:${String(index).padStart(2, '0')}+08:00`;
    entries.push(
      nextEntry(entries.at(-1) ?? EMPTY_CHAIN, {
        caseId: 'case-1',
        at,
        kind: 'task-decided',
        actor: { by: 'platform', step: 'test' },
        details: each,
      }),
    );
  }
  return entries;
};
const headOf = (entries: readonly AuditEntry[]) => entries.at(-1) ?? EMPTY_CHAIN;
const chains = fc
  .array(fc.dictionary(fc.string(), fc.string()), { minLength: 1, maxLength: 12 })
  .map(chainOf);

describe('the audit chain', () => {
  it('is whole as it was written', () => {
    fc.assert(
      fc.property(chains, (entries) => {
        expect(firstBreak(entries, headOf(entries))).toBeUndefined();
      }),
    );
  });

  it('is whole after a database changed the order of keys', () => {
    const entries = chainOf([{ b: '1', a: '2' }]);
    const shuffled = entries.map(({ details: { b = '', a = '' }, ...rest }) => ({
      details: { a, b },
      ...rest,
    }));

    expect(firstBreak(shuffled, headOf(entries))).toBeUndefined();
  });

  it.each<[string, (entries: AuditEntry[], at: number) => AuditEntry[]]>([
    [
      'changed',
      (entries, at) =>
        entries.map((e, i) => (i === at ? { ...e, details: { ...e.details, forged: 'x' } } : e)),
    ],
    ['removed', (entries, at) => entries.filter((_, i) => i !== at)],
    ['put in twice', (entries, at) => entries.flatMap((e, i) => (i === at ? [e, e] : [e]))],
    [
      'moved to the end',
      (entries, at) => [...entries.filter((_, i) => i !== at), ...entries.slice(at, at + 1)],
    ],
  ])('shows an entry that was %s', (what, forge) => {
    fc.assert(
      fc.property(chains, fc.nat(), (entries, place) => {
        const at = place % entries.length;
        fc.pre(what !== 'moved to the end' || at < entries.length - 1);

        const found = firstBreak(forge(entries, at), headOf(entries));

        expect(found).toBe(what === 'put in twice' ? at + 2 : at + 1);
      }),
    );
  });

  it('shows an entry that was rewritten with a hash of its own', () => {
    const entries = chainOf([{}, {}, {}]);
    const [first, second] = entries;
    if (!first || !second) throw new Error('there are three');
    const { hash: _, previousHash: __, sequence: ___, ...facts } = second;
    const forged = nextEntry(first, { ...facts, kind: 'task-overdue' });

    expect(firstBreak([first, forged, ...entries.slice(2)], headOf(entries))).toBe(3);
  });
});

describe('canonical JSON', () => {
  it('reads back as what it was made from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
