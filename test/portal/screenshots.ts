import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT, startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { everyPage, type Look } from './every-page.ts';
import { playedCases } from './played-cases.ts';
import { playedDesks, playedGrant, playedNotice } from './played-desks.ts';
import { playedMoney } from './played-money.ts';
import { DESKTOP, PHONE, startBrowser, Visitor } from './visitor.ts';

/**
 * `npm run screenshots`: every page of every actor, in Chinese, at a desk and on a phone, into .local/screenshots; after `--` only those of
 * the actors named.
 */
const FOLDER = join(ROOT, '.local', 'screenshots');
const DEVICES = Object.entries({ desktop: DESKTOP, phone: PHONE });
const only = process.argv.slice(2);

const platform = await startPlatform();
const browser = await startBrowser();
try {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await takeAll(platform, browser);
} finally {
  await browser.close();
  await platform.stop();
}

async function takeAll(running: TestPlatform, chromium: Browser): Promise<void> {
  const money = await playedMoney(running);
  const grant = await playedGrant(running);
  const cases = await playedCases(running);
  const desks = await playedDesks(running);
  const pages = everyPage({ ...money, ...grant, ...cases, ...desks, ...(await playedNotice(running)) });
  for (const [actor, looks] of Object.entries(pages)) {
    if (only.length > 0 && !only.includes(actor)) continue;
    for (const [device, viewport] of DEVICES) {
      const username = actor === 'public' ? {} : { username: actor };
      const visitor = await Visitor.come(chromium, running.origin, { viewport, ...username });
      for (const [index, look] of looks.entries())
        await take(visitor, look, join(FOLDER, `${actor}-${index}-${nameOf(look)}-${device}.png`));
      for (const fault of visitor.faults()) console.log(`${actor} ${device}: ${fault}`);
      await visitor.leave();
    }
  }
}

async function take(visitor: Visitor, look: Look, file: string): Promise<void> {
  const [path, , act] = typeof look === 'string' ? [look] : look;
  await visitor.go(path);
  await act?.(visitor);
  // What sticks to the edge of a window would lie across the middle of a whole page. Pages of the server allow no style but their own.
  const sticks = (await visitor.page.locator('.bar').count()) > 0;
  await visitor.page.screenshot({
    path: file,
    fullPage: true,
    ...(sticks && { style: '.bar { position: static; }' }),
  });
  await visitor.page.context().setOffline(false);
}

/** What a picture is called: the address, and the state if there is one. */
function nameOf(look: Look): string {
  const [path, state] = typeof look === 'string' ? [look] : look;
  const name =
    path
      .split('/')
      .slice(1)
      .join('-')
      .replaceAll(/[^\w-]+/g, '-')
      .slice(0, 60) || 'home';
  return state ? `${name}-${state}` : name;
}
