/**
 * Patent funding: `npm run bench:patents [-- --applications N] [--patents N] [--reservations N] [--rounds N] [--part applications|ledger|cost]`.
 *
 * Applications: of 500 patents each, from submission to the confirmed payment, one after the other on a virtual clock and a store on
 * disk; per minute. Ledger: reservations per second by 1 and by 64 writers on one account, and by 64 on eight, which is what splitting a hot
 * account would give. Cost: what AWS would charge for an application of ten patents, counted by running it and priced by
 * seeds/aws-prices.json. Printed as tables, then as JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfiguration } from '../local/configuration.ts';
import { startLocal } from '../local/runtime.ts';
import { measureCost, printCost } from './desk/cost.ts';
import { type Figure, tableOf } from './figure.ts';
import { conditionsIn, describeMachine } from './machine.ts';
import { playApplication } from './patents/application.ts';
import { type Contention, reservationsPerSecond } from './patents/reservations.ts';
import { spreadOf } from './spread.ts';

const PATENTS_OF_COST = 10;
const CONTENTIONS: readonly Contention[] = [
  { writers: 1, accounts: 1 },
  { writers: 64, accounts: 1 },
  { writers: 64, accounts: 8 },
];
const { values: options } = parseArgs({
  options: {
    applications: { type: 'string', default: '8' },
    patents: { type: 'string', default: '500' },
    reservations: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '3' },
    part: { type: 'string' },
  },
  strict: true,
});
const folder = mkdtempSync(join(process.cwd(), '.local-bench-'));
const asked = (part: string) => options.part === undefined || options.part === part;

/** The first application warms the functions and is not measured. */
async function measureApplications(): Promise<readonly Figure[]> {
  const runtime = await startLocal({
    ...readConfiguration('local.config.json'),
    port: 0,
    clock: 'virtual',
    schedules: false,
    data: join(folder, 'data'),
    log: (line) => console.error(line),
  });
  try {
    await playApplication(runtime, PATENTS_OF_COST);
    const seconds: number[] = [];
    for (let one = 0; one < Number(options.applications); one++) {
      const begun = performance.now();
      await playApplication(runtime, Number(options.patents));
      seconds.push((performance.now() - begun) / 1000);
    }
    const subject = `applications of ${options.patents} patents`;
    return [
      { subject, name: 'from submission to payment, s', spread: spreadOf(seconds) },
      { subject, name: 'per minute', spread: spreadOf(seconds.map((one) => 60 / one)) },
    ];
  } finally {
    await runtime.stop();
  }
}

async function measureLedger(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const contention of CONTENTIONS) {
    const rounds: number[] = [];
    for (let round = 0; round < Number(options.rounds); round++) {
      rounds.push(await reservationsPerSecond(Number(options.reservations), contention));
    }
    const { writers, accounts } = contention;
    const name = `by ${writers} at once, on ${accounts} account${accounts > 1 ? 's' : ''}`;
    figures.push({ subject: 'reservations per second', name, spread: spreadOf(rounds) });
  }
  return figures;
}

try {
  const machine = describeMachine();
  const before = conditionsIn(folder);
  const figures = [
    ...(asked('applications') ? await measureApplications() : []),
    ...(asked('ledger') ? await measureLedger() : []),
  ];
  const cost = asked('cost')
    ? await measureCost(folder, (runtime) => playApplication(runtime, PATENTS_OF_COST))
    : undefined;
  const after = conditionsIn(folder);
  if (figures.length > 0) console.log(tableOf(figures));
  const usd = cost && printCost(cost);
  console.log(JSON.stringify({ machine, before, after, options, figures, cost, usd }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
