import type { Browser } from 'playwright-core';
import { scriptBytes } from '../../test/portal/script-bytes.ts';
import { Visitor } from '../../test/portal/visitor.ts';
import { firstContentfulPaint } from './interactions.ts';

/** First load of an enterprise's signed-in home with an empty cache. */
export async function measureHome(browser: Browser, origin: string) {
  const visitor = await Visitor.come(browser, origin, { username: 'qiyuan' });
  const { page } = visitor;
  try {
    await visitor.settled();
    const cache = await page.context().newCDPSession(page);
    await cache.send('Network.clearBrowserCache');
    const script = (await scriptBytes(page, () => visitor.go('/'))) / 1000;
    return { script, paint: await firstContentfulPaint(page) };
  } finally {
    await visitor.leave();
  }
}
