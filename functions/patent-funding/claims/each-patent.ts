import type { PatentRow } from '../../../workflows/patent-funding/contract.ts';
import type { PatentClaim, PatentClaimStore } from '../store/patent-claim-store.ts';

/** As many at once as the SDK has sockets to spare. */
const AT_ONCE = 25;

type World = { readonly patentClaims: PatentClaimStore };

/** Claims patents for a case; answers the claims of others that it met, by number. */
export async function claimEach(
  rows: readonly Pick<PatentRow, 'number'>[],
  mine: Omit<PatentClaim, 'number'>,
  { patentClaims }: World,
): Promise<Map<string, PatentClaim>> {
  const others = new Map<string, PatentClaim>();
  await eachOf(rows, async ({ number }) => {
    const holder = await patentClaims.claim({ ...mine, number });
    if (holder.caseId !== mine.caseId) others.set(number, holder);
  });
  return others;
}

/** Gives back what a case claimed of these. */
export async function releaseEach(
  rows: readonly Pick<PatentRow, 'number'>[],
  caseId: string,
  { patentClaims }: World,
): Promise<void> {
  await eachOf(rows, ({ number }) => patentClaims.release(number, caseId));
}

async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
