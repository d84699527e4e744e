import type { Page } from 'playwright-core';

/** Event Timing of the browser: from the input until the next paint, in steps of 8 ms. https://www.w3.org/TR/event-timing/ */
interface Watched {
  worstInteractionMs?: number;
}

/** Has to run before the page is loaded. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as Watched;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        watched.worstInteractionMs = Math.max(watched.worstInteractionMs ?? 0, duration);
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** The slowest input since the last time one asked; what the browser does not report took less than 16 ms. */
export async function worstInteraction(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // Entries are told after the paint that ends them.
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    const watched = window as Watched;
    const worst = watched.worstInteractionMs ?? 16;
    delete watched.worstInteractionMs;
    return worst;
  });
}

export function firstContentfulPaint(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
  );
}
