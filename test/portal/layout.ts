import type { Page } from 'playwright-core';
import { PHONE } from './visitor.ts';

const WALL = { width: 2560, height: 1440 };
/** Longer lines are hard to read; style.css says so once for every page. */
const WIDEST_PX = 1440;

/** What is wrong with how a page that is open lies on a phone, on a very wide screen and on paper, and with where the focus is. */
export async function layoutFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? PHONE;
  const faults: string[] = [];
  for (const viewport of [WALL, PHONE]) {
    await page.setViewportSize(viewport);
    if (!(await comesToFit(page))) faults.push(`sticks out at ${viewport.width} px`);
    const width = await page.locator('main').evaluate((main) => main.getBoundingClientRect().width);
    if (width > WIDEST_PX) faults.push(`is ${width} px wide at ${viewport.width} px`);
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(whatOnlyScreensShow);
  faults.push(...printed.map((selector) => `prints ${selector}`));
  if (await page.evaluate(isTooWide)) faults.push('sticks out of the paper');
  await page.emulateMedia({ media: 'screen' });
  for (let stop = 0; stop < 4; stop++) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(focusNobodySees);
    if (unseen) faults.push(`does not show the focus on ${unseen}`);
  }
  return faults;
}

/** Charts take their new width a moment after the page has its own. */
async function comesToFit(page: Page): Promise<boolean> {
  const fits = () => document.documentElement.scrollWidth <= innerWidth;
  return page.waitForFunction(fits, undefined, { timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

function isTooWide(): boolean {
  return document.documentElement.scrollWidth > innerWidth;
}

function whatOnlyScreensShow(): string[] {
  const selectors = ['.header', '.footer', '.clock-bar', 'main button', 'main nav'];
  return selectors.filter((selector) =>
    [...document.querySelectorAll(selector)].some((one) => one.checkVisibility() && one.clientHeight > 0),
  );
}

function focusNobodySees(): string | undefined {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
  const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  return isSeen ? undefined : activeElement.outerHTML.slice(0, 120);
}
