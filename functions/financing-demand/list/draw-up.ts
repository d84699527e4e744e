import type { DemandList } from '../../../workflows/financing-demand/list/contract.ts';
import { itemsHash, listHash } from '../../../workflows/financing-demand/list/list-hash.ts';
import { itemOf } from '../../../workflows/financing-demand/list/pending.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import { EMPTY_DRAFT, type ListHead } from '../store/list-store.ts';
import type { DrawnPage } from '../store/list-write.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';

/** A transaction takes 100 writes; four are the list's own. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const PAGE_ITEMS = 95;

export type DrawServices = Pick<ServicesWithLists, 'lists' | 'commit' | 'now' | 'wakeDelivery'>;

export interface DrawnUp {
  /** The number of the list, where one was sealed. */
  readonly number?: number;
  /** False where there was more than `pages` of it: call again. */
  readonly done: boolean;
}

/**
 * Draws up the next list of an institution from what it is still to be told: no list where there is nothing. The work grows with what
 * changed and with nothing else. Killed anywhere, or run by two at once, it goes on where the table stands.
 */
export async function drawUp(
  institutionId: string,
  services: DrawServices,
  pages = Number.POSITIVE_INFINITY,
): Promise<DrawnUp> {
  for (let page = 1; page <= pages; page++) {
    const drawn = await untilFresh(() => drawOnce(institutionId, services));
    if (drawn === 'more') continue;
    if (drawn.number !== undefined) await services.wakeDelivery?.(institutionId);
    return drawn;
  }
  return { done: false };
}

async function drawOnce(
  institutionId: string,
  { lists, commit, now }: DrawServices,
): Promise<DrawnUp | 'more'> {
  const [read, pending] = await Promise.all([
    lists.head(institutionId),
    lists.pending(institutionId, PAGE_ITEMS + 1),
  ]);
  if (pending.length === 0 && read.draft.itemCount === 0) return { done: true };
  const page = pageOf(institutionId, read, pending, localInstant(now()));
  await commit(lists.draw(institutionId, page));
  if (pending.length > PAGE_ITEMS) return 'more';
  return { done: true, ...(page.sealed && { number: page.sealed.number }) };
}

function pageOf(institutionId: string, read: ListHead, pending: DrawnPage['told'], at: string): DrawnPage {
  const told = pending.slice(0, PAGE_ITEMS);
  const items = told.flatMap(itemOf);
  const draft = items.length === 0 ? read.draft : extended(read.draft, items);
  const revision = read.revision + 1;
  const isLast = pending.length <= PAGE_ITEMS;
  if (!isLast || draft.itemCount === 0) return { read, next: { ...read, draft, revision }, told, items };
  const unsigned: Omit<DemandList, 'hash'> = {
    institutionId,
    number: read.number + 1,
    previousHash: read.hash,
    createdAt: at,
    itemCount: draft.itemCount,
    chunkCount: draft.chunkCount,
  };
  const sealed = { ...unsigned, hash: listHash(unsigned, draft.items) };
  const next = { number: sealed.number, hash: sealed.hash, draft: EMPTY_DRAFT, revision };
  return { read, next, told, items, sealed };
}

function extended({ chunkCount, itemCount, items }: ListHead['draft'], added: DrawnPage['items']) {
  return {
    chunkCount: chunkCount + 1,
    itemCount: itemCount + added.length,
    items: itemsHash(items, added),
  };
}
