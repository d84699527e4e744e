/**
 * The portal in Chromium on the runtime of this machine: `npm run bench:portal [-- --rounds N] [--tasks N] [--stores FOLDER]`.
 *
 * Home: the first load of an enterprise's signed-in home with an empty cache. Desk: the same of a department's desk with 10,000 open tasks in
 * its queue, and how long inputs take from the hand to the next paint. The store of the tasks is made once, by bench/desk/stores.ts,
 * and kept where `--stores` says.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from '../test/portal/visitor.ts';
import { startOn } from './desk/platform.ts';
import { prepareStores } from './desk/stores.ts';
import { type Figure, tableOf } from './figure.ts';
import { conditionsIn, describeMachine } from './machine.ts';
import { measureDesk } from './portal/desk.ts';
import { measureHome } from './portal/home.ts';
import { spreadOf } from './spread.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    tasks: { type: 'string', default: '10000' },
    stores: { type: 'string', default: join('.local', 'bench-portal') },
  },
  strict: true,
});
const ACCOUNTS = join('seeds', 'demonstration', 'accounts.json');
const tasks = Number(options.tasks);
const { large } = await prepareStores(options.stores, ACCOUNTS, tasks);
const machine = describeMachine();
const before = conditionsIn(options.stores);
const platform = await startOn(large, ACCOUNTS);
const browser = await startBrowser();
const homes: Awaited<ReturnType<typeof measureHome>>[] = [];
const desks: Awaited<ReturnType<typeof measureDesk>>[] = [];
try {
  for (let round = 0; round < Number(options.rounds); round++) {
    homes.push(await measureHome(browser, platform.origin));
    desks.push(await measureDesk(browser, platform.origin));
  }
} finally {
  await browser.close();
  await platform.stop();
}

const home = (name: string, of: keyof (typeof homes)[number], atMost: number): Figure => ({
  subject: 'signed-in home',
  name,
  spread: spreadOf(homes.map((round) => round[of])),
  target: { atMost },
});
const desk = (name: string, of: keyof (typeof desks)[number], atMost?: number): Figure => ({
  subject: `desk of ${tasks} tasks`,
  name,
  spread: spreadOf(desks.map((round) => round[of])),
  ...(atMost !== undefined && { target: { atMost } }),
});
const figures = [
  home('script, kB gzip', 'script', 300),
  home('first contentful paint, ms', 'paint', 1000),
  desk('first contentful paint, ms', 'paint', 1000),
  desk('until 50 rows stand, ms', 'rows'),
  desk('choose a task: input to paint, ms', 'choosing', 100),
  desk('change a filter: input to paint, ms', 'filtering', 100),
  desk('... until the new rows stand, ms', 'filtered'),
  desk('show more, five times: input to paint, ms', 'paging', 100),
  desk('choose a task among 300 rows: input to paint, ms', 'choosingLater', 100),
];
console.log(tableOf(figures));
console.log(JSON.stringify({ machine, before, after: conditionsIn(options.stores), tasks, figures }));
