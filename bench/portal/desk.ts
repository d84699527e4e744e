import type { Browser, Page } from 'playwright-core';
import { Visitor } from '../../test/portal/visitor.ts';
import { firstContentfulPaint, watchInteractions, worstInteraction } from './interactions.ts';

const ROWS = 'table.data tbody tr';
const PAGE = 50;
/** Further pages shown below each other before the last inputs. */
const MORE = 5;

/** An officer's desk whose queue holds every loaded task: what one sees, and how long each input takes until it is painted. */
export async function measureDesk(browser: Browser, origin: string) {
  const visitor = await Visitor.come(browser, origin, { username: 'environment-officer' });
  const { page } = visitor;
  try {
    await watchInteractions(page);
    await visitor.settled();
    const cache = await page.context().newCDPSession(page);
    await cache.send('Network.clearBrowserCache');
    const rows = await timed(async () => {
      await page.goto('/desk');
      await page
        .locator(ROWS)
        .nth(PAGE - 1)
        .waitFor();
    });
    const paint = await firstContentfulPaint(page);
    await visitor.settled();
    const choosing = await choose(page, 0);
    const filtered = await timed(() => filterByHolder(visitor));
    const filtering = await worstInteraction(page);
    for (let more = 1; more <= MORE; more++) {
      await page.getByRole('button', { name: '显示更多' }).click();
      await page
        .locator(ROWS)
        .nth(PAGE * (more + 1) - 1)
        .waitFor();
    }
    const paging = await worstInteraction(page);
    return {
      paint,
      rows,
      choosing,
      filtering,
      filtered,
      paging,
      choosingLater: await choose(page, PAGE * MORE),
    };
  } finally {
    await visitor.leave();
  }
}

/** Of many rows one is chosen, and the bar of bulk answers appears; then not any more. */
async function choose(page: Page, row: number): Promise<number> {
  const box = page.locator(ROWS).nth(row).getByRole('checkbox');
  // What comes into view is painted first; that is no answer to an input.
  await box.scrollIntoViewIfNeeded();
  await worstInteraction(page);
  await box.check();
  await page.getByText('已选 1 件').waitFor();
  await box.uncheck();
  return worstInteraction(page);
}

/** Another filter: the list is read anew. */
async function filterByHolder(visitor: Visitor): Promise<void> {
  await visitor.page.getByLabel('签收人').selectOption('nobody');
  await visitor.page
    .locator(ROWS)
    .nth(PAGE - 1)
    .waitFor();
  await visitor.settled();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
