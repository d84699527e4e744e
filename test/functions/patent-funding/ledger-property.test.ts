import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closeYear } from '../../../functions/patent-funding/ledger/close-year.ts';
import { fillWaitingList } from '../../../functions/patent-funding/ledger/fill-waiting-list.ts';
import { useDatabase } from '../support/database.ts';
import {
  aCase,
  type LedgerWorld,
  ledgerOn,
  ledgerWorld,
  type OpenedLedger,
  openedLedger,
  wrongs,
} from './ledger-world.ts';

const database = useDatabase();
const CASES = 5;
const YEAR_END = { unspent: 'carry', waiting: 'carry', nextBudgetFen: 70 } as const;

/** What a process may do: all of it again after it died is allowed, and must change nothing more. */
const operation = fc.oneof(
  fc.record({
    act: fc.constant('reserve' as const),
    of: fc.nat(CASES - 1),
    fen: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({ act: fc.constantFrom('release' as const, 'spend' as const), of: fc.nat(CASES - 1) }),
  fc.record({ act: fc.constant('allot' as const), fen: fc.integer({ min: 1, max: 60 }) }),
);
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Operation = Drawn<typeof operation>;
type Numbered = Operation & { readonly id: string };

/** What becomes of a write: it dies before, or everything is written and the answer is lost. */
const fate = fc.constantFrom('lives', 'lives', 'lives', 'dies before', 'dies after');

const story = fc.record({
  allotted: fc.integer({ min: 0, max: 120 }),
  /** Operations of one step run at the same time. */
  steps: fc.array(fc.array(operation, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 7 }),
  fates: fc.array(fate, { maxLength: 40 }),
  yearEnds: fc.boolean(),
});

it('the account adds up and agrees with its entries, reservations and list, in any order and after any crash', async () => {
  const check = async ({ allotted, steps, fates, yearEnds }: Drawn<typeof story>) => {
    const sound = ledgerWorld(database.db());
    const w = mortal(sound, [...fates]);
    const { key } = await openedLedger(sound, allotted);
    const caseIds = await Promise.all(Array.from({ length: CASES }, () => aCase(sound)));
    const act = actOn(ledgerOn(w, key), caseIds);
    const again = actOn(ledgerOn(sound, key), caseIds);
    const numbered: Numbered[][] = steps.map((step, at) =>
      step.map((one, index) => ({ ...one, id: `${at}-${index}` })),
    );
    for (const step of numbered) {
      await Promise.allSettled(step.map(act));
      // Whoever died is begun again, as a machine retries its step and an officer the request.
      for (const one of step) await again(one);
      await fillWaitingList(key, sound);
      expect(await wrongs(sound, key, caseIds)).toEqual([]);
    }
    if (!yearEnds) return;
    await closeYear(key, YEAR_END, w).catch(() => {});
    await closeYear(key, YEAR_END, sound);
    const both = [key, { ...key, year: key.year + 1 }];
    for (const account of both) {
      if (await sound.ledger.account(account)) expect(await wrongs(sound, account, caseIds)).toEqual([]);
    }
    expect(await sound.ledger.account(key)).toMatchObject({
      remainingFen: 0,
      waitingCount: 0,
      state: 'CLOSED',
    });
  };
  await fc.assert(fc.asyncProperty(story, check), { numRuns: 25, endOnFailure: true });
});

/** The same services in a process that dies at some of its writes. */
function mortal(w: LedgerWorld, fates: string[]): LedgerWorld {
  return {
    ...w,
    async commit(writes) {
      const becomes = fates.shift() ?? 'lives';
      if (becomes === 'dies before') throw new Error('killed');
      await w.commit(writes);
      if (becomes === 'dies after') throw new Error('killed');
    },
  };
}

function actOn({ reserve, release, spend, allot }: OpenedLedger, caseIds: readonly string[]) {
  const reserved = new Set<string>();
  return async (operation: Numbered) => {
    if (operation.act === 'allot') return allot(operation.id, operation.fen);
    const caseId = caseIds[operation.of] ?? '';
    if (operation.act === 'reserve') {
      reserved.add(caseId);
      await reserve(caseId, operation.fen);
    } else if (reserved.has(caseId)) {
      await (operation.act === 'release' ? release(caseId) : spend(caseId));
    }
  };
}
