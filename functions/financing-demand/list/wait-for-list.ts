import { setTimeout as delay } from 'node:timers/promises';
import type { ServicesWithLists } from '../store/services-with-lists.ts';

/** How often it is looked whether there is a new list: one read each. */
const LOOK_EVERY_MS = 1000;

/** Waits until an institution has a list after this number, or so many looks were in vain. */
export async function waitForList(
  institutionId: string,
  after: number,
  looks: number,
  { lists }: Pick<ServicesWithLists, 'lists'>,
): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const { number } = await lists.head(institutionId);
    if (number > after) return;
    await delay(LOOK_EVERY_MS);
  }
}
