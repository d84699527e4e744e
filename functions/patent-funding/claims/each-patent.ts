import type { PatentRow } from '../../../workflows/patent-funding/contract.ts';
import type { Services } from '../../shared/services.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { PatentClaim, PatentClaimStore } from '../store/patent-claim-store.ts';

/** Writes of one transaction, at the most. */
const AT_ONCE = 100;

type World = { readonly patentClaims: PatentClaimStore } & Pick<Services, 'commit'>;
type Patents = readonly Pick<PatentRow, 'number'>[];

/**
 * Claims patents for a case; answers the claims of others that it met, by number. Each stands or falls by itself, so that a hundred at a
 * time are no less right than all at once; done again it answers the same.
 */
export async function claimEach(
  rows: Patents,
  mine: Omit<PatentClaim, 'number'>,
  { patentClaims, commit }: World,
): Promise<Map<string, PatentClaim>> {
  const others = new Map<string, PatentClaim>();
  for (const numbers of hundreds(rows)) {
    const holders = await untilFresh(async () => {
      const found = await patentClaims.holdersOf(numbers);
      const free = numbers.filter((number) => !found.has(number));
      if (free.length > 0) await commit(free.map((number) => patentClaims.claim({ ...mine, number })));
      return found;
    });
    for (const [number, holder] of holders) {
      if (holder.caseId !== mine.caseId) others.set(number, holder);
    }
  }
  return others;
}

/** Gives back what a case has of these; what others have stays theirs. */
export async function releaseEach(
  rows: Patents,
  caseId: string,
  { patentClaims, commit }: World,
): Promise<void> {
  for (const numbers of hundreds(rows)) {
    await untilFresh(async () => {
      const holders = await patentClaims.holdersOf(numbers);
      const own = numbers.filter((number) => holders.get(number)?.caseId === caseId);
      if (own.length > 0) await commit(own.map((number) => patentClaims.release(number, caseId)));
    });
  }
}

function hundreds(rows: Patents): string[][] {
  const numbers = rows.map(({ number }) => number);
  return Array.from({ length: Math.ceil(numbers.length / AT_ONCE) }, (_, part) =>
    numbers.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
