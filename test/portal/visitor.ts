import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

/** A browser that calls nobody but the platform. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      '--lang=zh-CN',
    ],
  });
}

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 780 };

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Visit {
  readonly username?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: 'zh' | 'en';
}

/** Somebody at the portal, signed in by the issuer's own page. What goes wrong in the page is kept and asked for at the end. */
export class Visitor {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #faults: string[] = [];
  readonly #underWay = new Set<Request>();

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.#faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
        this.#faults.push(message.text());
    });
    page.on('request', (request) => this.#underWay.add(request));
    page.on('requestfinished', (request) => this.#underWay.delete(request));
    page.on('requestfailed', (request) => this.#underWay.delete(request));
  }

  static async come(browser: Browser, origin: string, visit: Visit = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: origin,
      viewport: visit.viewport ?? DESKTOP,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    if (visit.language === 'en') {
      await context.addInitScript(() => localStorage.setItem('portal.language', 'en'));
    }
    const visitor = new Visitor(context, await context.newPage());
    await visitor.page.goto('/');
    if (visit.username) await visitor.#signIn(visit.username);
    return visitor;
  }

  async #signIn(username: string): Promise<void> {
    await this.page
      .locator('header')
      .getByRole('button', { name: /登录|Sign in/ })
      .click();
    await this.page.locator(`button[value="${username}"]`).click();
    await this.page.locator('.who').waitFor();
  }

  /** Goes to a page and waits until everything on it was read. */
  async go(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  /** Nothing is asked for any more, and nothing shown asks for more. Cheaper than `networkidle`, which rests half a second each time. */
  async settled(): Promise<void> {
    await this.page.locator('h1').waitFor({ state: 'attached' });
    let quietFrames = 0;
    while (quietFrames < 3) {
      const isLoading = await this.page.evaluate(loadingAfterAFrame);
      quietFrames = isLoading || this.#underWay.size > 0 ? 0 : quietFrames + 1;
    }
  }

  /** What axe finds wrong by WCAG 2.2 AA: rule and the first place. No page has frames, whose results axe would join in a page of its own. */
  async axe(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .setLegacyMode(true)
      .options({ runOnly: WCAG, resultTypes: ['violations'] })
      .analyze();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`,
    );
  }

  /** Errors of the page itself, and what its content security policy stopped. */
  faults(): readonly string[] {
    return this.#faults;
  }

  leave(): Promise<void> {
    return this.#context.close();
  }
}

/** Runs in the page. */
async function loadingAfterAFrame(): Promise<boolean> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return document.querySelector('.ant-skeleton, [aria-busy="true"]') !== null;
}
