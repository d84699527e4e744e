/**
 * Speed and size of the engine: `npm run bench:engine [-- --quick | --large]`. Starts and task answers go through the HTTP API of an
 * engine in its own process on a store that syncs; functions are stubs in that process. Prints a table and JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type LoadResult, load } from './engine/load.ts';
import { measureLongHistory } from './engine/long-history.ts';
import { caseMachine, fanMachine, passMachine } from './engine/machines.ts';
import { measureParked } from './engine/parked.ts';
import { Subject } from './engine/subject.ts';

const quick = process.argv.includes('--quick');
const rounds = quick ? 2 : 5;
const folder = mkdtempSync(join(process.cwd(), '.local-bench-'));

type Figures = Record<string, number | string>;

function spread(
  results: readonly LoadResult[],
  field: 'perSecond' | 'p50Ms' | 'p99Ms' | 'cpuSecondsPer1000',
): Figures {
  const values = results.map((result) => result[field]).sort((one, other) => one - other);
  const round = (value: number | undefined): number => Math.round((value ?? 0) * 100) / 100;
  return {
    [field]: round(values[Math.floor(values.length / 2)]),
    [`${field}Spread`]: `${round(values[0])} - ${round(values.at(-1))}`,
  };
}

async function createMachine(subject: Subject, name: string, definition: object): Promise<string> {
  const created = await subject.call('CreateStateMachine', {
    name,
    definition: JSON.stringify(definition),
    roleArn: 'arn:aws:iam::000000000000:role/bench',
  });
  return String(created.stateMachineArn);
}

async function measure(subject: Subject, arn: string, count: number, inFlight: number): Promise<Figures> {
  const results: LoadResult[] = [];
  await load(subject, arn, Math.ceil(count / 4), inFlight);
  for (let round = 0; round < rounds; round++) results.push(await load(subject, arn, count, inFlight));
  return {
    ...spread(results, 'perSecond'),
    ...spread(results, 'p50Ms'),
    ...spread(results, 'p99Ms'),
    ...spread(results, 'cpuSecondsPer1000'),
  };
}

try {
  const subject = await Subject.launch(join(folder, 'states.db'));
  const cases = await createMachine(subject, 'case', caseMachine);
  const passes = await createMachine(subject, 'pass', passMachine);
  const figures: Record<string, Figures> = {
    'case, 64 in flight': await measure(subject, cases, quick ? 500 : 1500, 64),
    'case, 1 in flight': await measure(subject, cases, quick ? 100 : 300, 1),
    '20 Pass states, 16 in flight': await measure(subject, passes, quick ? 2000 : 6000, 16),
  };
  figures['a history of 25,000 events'] = await measureLongHistory(subject);
  await subject.kill();
  const parked = quick ? 1000 : 5000;
  figures[`${parked} parked cases`] = await measureParked(join(folder, 'parked.db'), parked, caseMachine);
  if (process.argv.includes('--large')) {
    figures['100000 parked fans'] = await measureParked(join(folder, 'large.db'), 100_000, fanMachine);
  }
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, rounds };
  for (const [name, values] of Object.entries(figures)) {
    process.stdout.write(`\n${name}\n`);
    for (const [figure, value] of Object.entries(values))
      process.stdout.write(`  ${figure.padEnd(28)} ${value}\n`);
  }
  process.stdout.write(`\n${JSON.stringify({ machine, figures })}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
