import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EntryKind } from '../../../workflows/patent-funding/ledger/contract.ts';
import { balances, EFFECT, movementOf } from '../../../workflows/patent-funding/ledger/rules/posting.ts';

it.each(EntryKind.options)('%s moves money and keeps allotted = remaining + reserved + spent', (kind) => {
  const { allottedFen, remainingFen, reservedFen, spentFen } = movementOf([{ kind, amountFen: 7 }]);

  expect(Object.keys(EFFECT[kind])).toHaveLength(2);
  expect(allottedFen).toBe(remainingFen + reservedFen + spentFen);
});

it('any entries that leave no pot below zero leave an account that adds up', () => {
  const entries = fc.array(
    fc.record({ kind: fc.constantFrom(...EntryKind.options), amountFen: fc.integer({ min: 1, max: 1e9 }) }),
  );
  fc.assert(
    fc.property(entries, (some) => {
      const moved = movementOf(some);
      return Math.min(...Object.values(moved)) < 0 || balances(moved);
    }),
  );
});

it.each([
  [{ allottedFen: 3, remainingFen: 1, reservedFen: 1, spentFen: 1 }, true],
  [{ allottedFen: 3, remainingFen: 2, reservedFen: 1, spentFen: 1 }, false],
  [{ allottedFen: 3, remainingFen: 4, reservedFen: -1, spentFen: 0 }, false],
  [{ allottedFen: 0.5, remainingFen: 0.5, reservedFen: 0, spentFen: 0 }, false],
])('%j adds up: %s', (account, sound) => {
  expect(balances(account)).toBe(sound);
});
