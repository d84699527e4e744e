/**
 * How long a department's register takes to load, and to ask: `npm run bench:register [-- --quick] [-- --rounds N]`. The whole platform runs in this
 * process on a store on disk; files go in over HTTP as an officer's do, announced, uploaded, started. Prints a table and the same as
 * JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Person } from '../demo/person.ts';
import { startRegister, uploadRegister } from '../demo/register.ts';
import { readConfiguration } from '../local/configuration.ts';
import { startLocal } from '../local/runtime.ts';
import { type Figure, tableOf } from './figure.ts';
import { conditionsIn, describeMachine } from './machine.ts';
import { timeLookups } from './register/lookups.ts';
import { csvFile, registerRows, xlsxFile } from './register/records.ts';
import { spreadOf } from './spread.ts';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, rounds: { type: 'string', default: '3' } },
});
const rounds = Number(options.rounds);
const [small, large] = options.quick ? [500, 10_000] : [1000, 100_000];
const WRITERS = { csv: csvFile, xlsx: xlsxFile } as const;
/** Issue 4: 100,000 records of a department in under five minutes. */
const ALLOWED_SECONDS = 300;

const folder = mkdtempSync(join(process.cwd(), '.local-bench-'));
const runtime = await startLocal({
  ...readConfiguration('local.config.json'),
  port: 0,
  data: join(folder, 'data'),
  log: (line) => console.error(line),
});
const officer = await Person.signIn(runtime.origin, 'tax-officer');

interface Load {
  /** From the announcement of the file to the register it became. */
  readonly seconds: number;
  /** Of this process, which holds all but the database: what does not depend on who else uses the machine. */
  readonly cpuSeconds: number;
}

async function timeLoad(format: keyof typeof WRITERS, file: Buffer): Promise<Load> {
  const about = { format, fieldIds: ['tax'], coverage: { fromOn: '2020-01-01', toOn: '2026-05-31' } };
  const begun = performance.now();
  const cpuBegun = process.cpuUsage();
  const { load } = await uploadRegister(officer, about, file);
  const { status } = await startRegister(officer, load, 10 * 60_000);
  if (status !== 'LOADED') throw new Error(`the load ended ${status}`);
  const { user, system } = process.cpuUsage(cpuBegun);
  return { seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6 };
}

async function measure(count: number): Promise<readonly Figure[]> {
  const subject = `${count} records`;
  const figures: Figure[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    const file = await WRITERS[format](registerRows(count));
    const loads: Load[] = [];
    for (let round = 0; round < rounds; round++) loads.push(await timeLoad(format, file));
    const megabytes = (file.byteLength / 1e6).toFixed(1);
    const name = `load ${format} (${megabytes} MB)`;
    const seconds = spreadOf(loads.map((load) => load.seconds));
    const cpuSeconds = spreadOf(loads.map((load) => load.cpuSeconds));
    figures.push(
      { subject, name: `${name}, s`, spread: seconds, target: { atMost: ALLOWED_SECONDS } },
      { subject, name: `${name}, processor s`, spread: cpuSeconds },
    );
  }
  const asked: number[][] = [];
  for (let round = 0; round < rounds; round++) asked.push(await timeLookups(runtime, 'tax', count, 200));
  const percentile = (share: number) =>
    spreadOf(asked.map((took) => [...took].sort((a, b) => a - b)[Math.floor(took.length * share)] ?? 0));
  return [
    ...figures,
    { subject, name: 'ask about a case of 5 entities, p50 ms', spread: percentile(0.5) },
    { subject, name: 'ask about a case of 5 entities, p99 ms', spread: percentile(0.99) },
  ];
}

try {
  const machine = describeMachine();
  const before = conditionsIn(folder);
  const figures = [...(await measure(small)), ...(await measure(large))];
  const after = conditionsIn(folder);
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const report = { machine, rounds, before, after, rssMb };
  console.log(`${JSON.stringify(report, undefined, 2)}\n\n${tableOf(figures)}\n`);
  console.log(JSON.stringify({ ...report, figures }));
} finally {
  await runtime.stop();
  rmSync(folder, { recursive: true, force: true });
}
