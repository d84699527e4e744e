import type { Visitor } from './visitor.ts';

/** What is done at a page before it is looked at. */
type Act = (visitor: Visitor) => Promise<void>;

/** Sends, or goes on, with nothing filled in. */
export function faultsShown(button: string): Act {
  return async ({ page }) => {
    await page.getByRole('button', { name: button }).click();
    await page.locator('.fault').first().waitFor();
  };
}

/** Until the visitor goes to the next page. */
export const offline: Act = async ({ page }) => {
  await page.context().setOffline(true);
  await page.getByText('网络已断开').waitFor();
};

/** Stays chosen: pages in English come last. */
export const inEnglish: Act = async (visitor) => {
  await visitor.page.evaluate(() => localStorage.setItem('portal.language', 'en'));
  await visitor.page.reload();
  await visitor.settled();
};

/** The issuer's own page, on which one picks an account. */
export const signingIn: Act = async ({ page }) => {
  await page.locator('header').getByRole('button', { name: '登录' }).click();
  await page.locator('button[value="qiyuan"]').waitFor();
};
