/**
 * Demand lists for banks: `npm run bench:lists [-- --demands N] [--institutions N] [--rounds N] [--part lists|push]`. 10,000 demands, each sent to
 * all of 50 institutions; their first list; then the lists of a day on which 1 % of the demands changed, pulled and pushed. The same
 * number of changes is listed in a store of a tenth of the demands, too: the ratio shows that the work grows with the changes and not with the
 * open demands. Then the time to push while no endpoint hangs and while one does, and what AWS would charge. Forty demands go through their
 * handlers, the others are copied from the first of them (bench/lists/load.ts). Printed as tables, then as JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { costPerDemandMonth } from './lists/cost.ts';
import { measureLists } from './lists/measure.ts';
import { printCost, printLatency, printSteps, ratioOf } from './lists/print.ts';
import { measurePushLatency } from './lists/push-latency.ts';
import { conditionsIn, describeMachine } from './machine.ts';

const { values: options } = parseArgs({
  options: {
    demands: { type: 'string', default: '10000' },
    institutions: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '60' },
    part: { type: 'string', default: 'both' },
  },
  strict: true,
});
const demands = Number(options.demands);
const institutions = Number(options.institutions);
const changes = Math.max(1, Math.round(demands / 100));
const few = Math.max(changes, Math.round(demands / 10));

const folder = mkdtempSync(join(process.cwd(), '.local-bench-'));
try {
  const machine = describeMachine();
  const before = conditionsIn(folder);
  const lists = options.part === 'push' ? undefined : await measureBoth();
  const push =
    options.part === 'lists' ? undefined : await measurePushLatency(folder, Number(options.rounds));
  if (push) printLatency(push);
  const after = conditionsIn(folder);
  console.log(JSON.stringify({ machine, before, after, demands, institutions, changes, ...lists, push }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Among few demands and among all. */
async function measureBoth() {
  const size = { institutions, changes };
  const amongFew = await measureLists(join(folder, 'few'), { ...size, demands: few });
  printSteps(few, amongFew);
  const amongAll = await measureLists(join(folder, 'all'), { ...size, demands });
  printSteps(demands, amongAll);
  const ratio = ratioOf(amongFew, amongAll);
  console.log(`the daily list of ${changes} changes among ${demands}, to that among ${few}:`, ratio);
  const cost = costPerDemandMonth(amongAll, { ...size, demands });
  return { amongFew, amongAll, ratio, cost, usd: printCost(cost) };
}
