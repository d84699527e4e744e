import type { Visitor } from './visitor.ts';

type Act = (visitor: Visitor) => Promise<void>;

/** Presses the first button of this name, and waits for what comes of it. */
export function clicked(name: string | RegExp): Act {
  return async (visitor) => {
    await visitor.page
      .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
      .first()
      .click();
    await visitor.settled();
  };
}

/** The dialog behind a button. */
export function confirming(name: string): Act {
  return async (visitor) => {
    await clicked(name)(visitor);
    await visitor.page.getByRole('dialog').waitFor();
  };
}

/** Opens what is folded. */
export function unfolded(text: string): Act {
  return async (visitor) => {
    await visitor.page.getByText(text).first().click();
    await visitor.settled();
  };
}

export function filledIn(label: string, value: string): Act {
  return async (visitor) => {
    await visitor.page.getByLabel(label, { exact: true }).fill(value);
    await visitor.settled();
  };
}

export function picked(label: string | RegExp): Act {
  return ({ page }) => page.getByLabel(label).first().check();
}

/** One after the other. */
export function each(...acts: readonly Act[]): Act {
  return async (visitor) => {
    for (const act of acts) await act(visitor);
  };
}

/** The first task. */
export const firstChosen: Act = ({ page }) =>
  page
    .getByRole('checkbox', { name: /^选择 / })
    .first()
    .check();

/** Every task that can be chosen. */
export const chosen: Act = async ({ page }) => {
  for (const box of await page.getByRole('checkbox', { name: /^选择 / }).all())
    if (await box.isEnabled()) await box.check();
};

/** The first cells of the matrix, with a record in one. */
export const matrixBegun: Act = async ({ page }) => {
  await page.locator('[data-place="0 0"]').focus();
  await page.keyboard.press('n');
  await page.keyboard.press('r');
  await page.keyboard.press('j');
};
