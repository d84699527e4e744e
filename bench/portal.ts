/**
 * The portal in Chromium: `npm run bench:portal [-- --rounds N]`. First load of a signed-in home with an empty cache on the runtime of this
 * machine: script packed by gzip (at most 300 kB) and first contentful paint (at most a second).
 */
import { parseArgs } from 'node:util';
import { scriptBytes } from '../test/portal/script-bytes.ts';
import { startBrowser, Visitor } from '../test/portal/visitor.ts';
import { startPlatform } from '../test/scenarios/platform.ts';
import { type Figure, tableOf } from './figure.ts';
import { conditionsIn, describeMachine } from './machine.ts';
import { spreadOf } from './spread.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '7' } },
  strict: true,
});
const machine = describeMachine();
const before = conditionsIn('.local');
const platform = await startPlatform({ schedules: false });
const browser = await startBrowser();
const script: number[] = [];
const paint: number[] = [];
try {
  for (let round = 0; round < Number(options.rounds); round++) {
    const visitor = await Visitor.come(browser, platform.origin, { username: 'qiyuan' });
    const { page } = visitor;
    const cache = await page.context().newCDPSession(page);
    await cache.send('Network.clearBrowserCache');
    script.push((await scriptBytes(page, () => visitor.go('/'))) / 1000);
    paint.push(
      await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      ),
    );
    await visitor.leave();
  }
} finally {
  await browser.close();
  await platform.stop();
}
const figures: Figure[] = [
  { subject: 'signed-in home', name: 'script, kB gzip', spread: spreadOf(script), target: { atMost: 300 } },
  {
    subject: 'signed-in home',
    name: 'first contentful paint, ms',
    spread: spreadOf(paint),
    target: { atMost: 1000 },
  },
];
console.log(tableOf(figures));
console.log(JSON.stringify({ machine, before, figures }));
