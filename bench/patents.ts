/**
 * Patent funding: `npm run bench:patents [-- --applications N] [--patents N] [--reservations N] [--part applications|ledger|cost]`.
 *
 * Applications: of 500 patents each, from submission to the confirmed payment, one after the other on a virtual clock; per minute.
 * Ledger: reservations per second on one account, by 1 and by 64 writers. Cost: what AWS would charge for an application of ten patents,
 * counted by running it and priced by seeds/aws-prices.json. Printed as tables, then as JSON.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfiguration } from '../local/configuration.ts';
import { startLocal } from '../local/runtime.ts';
import { measureCost, printCost } from './desk/cost.ts';
import { conditionsIn, describeMachine } from './machine.ts';
import { playApplication } from './patents/application.ts';
import { reservationsPerSecond } from './patents/reservations.ts';

const PATENTS_OF_COST = 10;
const { values: options } = parseArgs({
  options: {
    applications: { type: 'string', default: '10' },
    patents: { type: 'string', default: '500' },
    reservations: { type: 'string', default: '2000' },
    part: { type: 'string' },
  },
  strict: true,
});
const folder = join('.local', 'bench-patents');
mkdirSync(folder, { recursive: true });
const asked = (part: string) => options.part === undefined || options.part === part;

async function applicationsPerMinute(): Promise<number> {
  const runtime = await startLocal({
    ...readConfiguration('local.config.json'),
    port: 0,
    clock: 'virtual',
    schedules: false,
    log: (line) => console.error(line),
  });
  try {
    await playApplication(runtime, PATENTS_OF_COST);
    const begin = performance.now();
    const count = Number(options.applications);
    for (let one = 0; one < count; one++) await playApplication(runtime, Number(options.patents));
    return (count * 60_000) / (performance.now() - begin);
  } finally {
    await runtime.stop();
  }
}

const machine = describeMachine();
const before = conditionsIn(folder);
const perMinute = asked('applications') ? await applicationsPerMinute() : undefined;
const count = Number(options.reservations);
const reservations = asked('ledger')
  ? { one: await reservationsPerSecond(count, 1), sixtyFour: await reservationsPerSecond(count, 64) }
  : undefined;
const cost = asked('cost')
  ? await measureCost(folder, (runtime) => playApplication(runtime, PATENTS_OF_COST))
  : undefined;
const after = conditionsIn(folder);

if (perMinute) console.log(`applications of ${options.patents} patents per minute: ${perMinute.toFixed(1)}`);
if (reservations) {
  console.log(
    `reservations per second on one account: ${reservations.one.toFixed(0)} by one writer, ${reservations.sixtyFour.toFixed(0)} by 64`,
  );
}
const usd = cost && printCost(cost);
console.log(JSON.stringify({ machine, before, after, options, perMinute, reservations, cost, usd }));
