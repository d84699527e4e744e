import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** How much script a page makes the browser load, packed by gzip as CloudFront packs it. */
export async function scriptBytes(page: Page, load: () => Promise<unknown>): Promise<number> {
  const sizes: Promise<number>[] = [];
  const count = (response: Awaited<ReturnType<Page['waitForResponse']>>) => {
    const isScript = response.headers()['content-type']?.includes('javascript');
    if (isScript) sizes.push(response.body().then((body) => gzipSync(body).length));
  };
  page.on('response', count);
  await load();
  page.off('response', count);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
