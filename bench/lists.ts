/**
 * Demand lists for banks: `npm run bench:lists [-- --demands N] [--institutions N]`. 10,000 demands, each sent to all of 50
 * institutions; their first list; then 1 % of the demands change and the day's lists go out. The same number of changes is listed
 * once among a tenth of the demands and once among all: the ratio shows that the work grows with the changes and not with the open
 * demands. The functions run in this process on a store on disk. Printed as a table, then as JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { deliveriesAfter, START } from '../functions/financing-demand/list/deliveries.ts';
import { drawUp } from '../functions/financing-demand/list/draw-up.ts';
import { ASSUMPTIONS, costPerDemandMonth } from './lists/cost.ts';
import { changeDemands, submitDemands } from './lists/demands.ts';
import type { Metered } from './lists/meter.ts';
import { benchWorld } from './lists/world.ts';
import { conditionsIn, describeMachine } from './machine.ts';

const { values: options } = parseArgs({
  options: {
    demands: { type: 'string', default: '10000' },
    institutions: { type: 'string', default: '50' },
  },
  strict: true,
});
const demands = Number(options.demands);
const changes = Math.max(1, Math.round(demands / 100));
const few = Math.max(changes, Math.round(demands / 10));

const folder = mkdtempSync(join(process.cwd(), '.local-bench-'));
const { world, institutions, metered, stop } = await benchWorld(folder, Number(options.institutions));

async function lists(): Promise<void> {
  for (const { institutionId } of institutions) await drawUp(institutionId, world);
}

/** Every institution pulls everything after the list before its last one. */
async function pullLast(): Promise<number> {
  let count = 0;
  for (const institution of institutions) {
    const { number } = await world.lists.head(institution.institutionId);
    let place = { ...START, listNumber: number };
    for (;;) {
      const { items, next } = await deliveriesAfter(institution, place, 100, world);
      if (items.length === 0) break;
      count += items.length;
      place = next;
    }
  }
  return count;
}

try {
  const machine = describeMachine();
  const before = conditionsIn(folder);
  const rows: [string, number, Metered][] = [];
  const step = async <T>(name: string, items: number, work: () => Promise<T>) => {
    const measured = await metered(work);
    rows.push([name, items, measured]);
    return measured;
  };
  const recipients = institutions.length;
  const first = await step(`${few} demands are sent`, few, () => submitDemands(world, 0, few));
  await step('their first list', few * recipients, lists);
  await changeDemands(world, first.result.slice(0, changes), 'one');
  const among = await step(`list of ${changes} changes among ${few}`, changes * recipients, lists);
  const rest = demands - few;
  const sending = await step(`${rest} more are sent`, rest, () => submitDemands(world, few, demands));
  const firstList = await step('their first list', rest * recipients, lists);
  const pulled = await step('it is pulled', rest * recipients, pullLast);
  const changing = await step(`${changes} change`, changes, () =>
    changeDemands(world, sending.result.slice(0, changes), 'two'),
  );
  const dailyList = await step(`list of ${changes} changes among ${demands}`, changes * recipients, lists);
  const dailyPull = await step('it is pulled', changes * recipients, pullLast);
  if (pulled.result !== rest * recipients || dailyPull.result !== changes * recipients) {
    throw new Error(`pulled ${pulled.result} and ${dailyPull.result} items`);
  }
  const after = conditionsIn(folder);

  const table = new Table({
    head: [
      '',
      'items',
      's',
      'ms an item',
      'requests',
      'read units',
      'write units',
      'largest request',
      'answer',
    ],
    style: { head: [], border: [] },
  });
  for (const [name, items, one] of rows) {
    const { seconds, requests, readUnits, writeUnits, largestRequestBytes, largestAnswerBytes } = one;
    const each = ((seconds * 1000) / items).toFixed(2);
    table.push([
      name,
      items,
      seconds.toFixed(1),
      each,
      requests,
      readUnits,
      writeUnits,
      largestRequestBytes,
      largestAnswerBytes,
    ]);
  }
  console.log(table.toString());
  const ratio = {
    seconds: dailyList.seconds / among.seconds,
    requests: dailyList.requests / among.requests,
    units: (dailyList.readUnits + dailyList.writeUnits) / (among.readUnits + among.writeUnits),
  };
  console.log(`The same changes among ${demands} as among ${few}, ratio:`, ratio);
  const scale = demands / rest;
  const scaled = ({ result: _, ...one }: Metered & { result: unknown }): Metered => ({
    ...one,
    seconds: one.seconds * scale,
    readUnits: one.readUnits * scale,
    writeUnits: one.writeUnits * scale,
  });
  const cost = costPerDemandMonth({
    demands,
    institutions: recipients,
    sending: scaled(sending),
    firstList: scaled(firstList),
    changing,
    dailyList,
    changes,
    dailyPull,
  });
  const usd = cost.reduce((sum, line) => sum + line.usd, 0);
  console.table(cost);
  console.log(`USD per demand and month: ${usd.toFixed(5)}; assumed:`, ASSUMPTIONS);
  console.log(
    JSON.stringify({ machine, before, after, demands, institutions: recipients, rows, ratio, cost, usd }),
  );
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
