/**
 * Speed and size of the engine: `npm run bench:engine [-- --quick | --large]`. Starts and task answers go through the HTTP API of an
 * engine in its own process on a store that syncs; functions are stubs in that process; the load comes from this process, on the same
 * machine. Prints a table, with the figures that issue 3 asks for, and then the same as JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureLoad } from './engine/load.ts';
import { measureLongHistory } from './engine/long-history.ts';
import { caseMachine, fanMachine, passMachine } from './engine/machines.ts';
import { measureParked } from './engine/parked.ts';
import { Subject } from './engine/subject.ts';
import { type Figure, tableOf } from './figure.ts';
import { conditionsIn, describeMachine } from './machine.ts';

const isQuick = process.argv.includes('--quick');
const isLarge = process.argv.includes('--large');
const rounds = isQuick ? 3 : 7;
const folder = mkdtempSync(join(process.cwd(), '.local-bench-'));

async function measureThroughput(): Promise<readonly Figure[]> {
  const subject = await Subject.launch(join(folder, 'states.db'));
  const cases = await subject.createMachine('case', caseMachine);
  const passes = await subject.createMachine('pass', passMachine);
  const many = { arn: cases, count: isQuick ? 500 : 1500, inFlight: 64, rounds };
  const one = { arn: cases, count: isQuick ? 100 : 300, inFlight: 1, rounds };
  const short = { arn: passes, count: isQuick ? 2000 : 6000, inFlight: 16, rounds };
  const figures = [
    ...(await measureLoad(subject, 'case, 64 in flight', many, { perSecond: 330, cpu: 5 })),
    ...(await measureLoad(subject, 'case, 1 in flight', one, { perSecond: 100, p50Ms: 10 })),
    ...(await measureLoad(subject, '20 Pass states, 16 in flight', short, { perSecond: 2000 })),
    ...(await measureLongHistory(subject, rounds)),
  ];
  await subject.kill();
  return figures;
}

try {
  const machine = describeMachine();
  const before = conditionsIn(folder);
  const cases = { machine: caseMachine, count: isQuick ? 1000 : 5000, rounds, isCompleted: true };
  const fans = { machine: fanMachine, count: 100_000, rounds, isCompleted: false };
  const figures = [
    ...(await measureThroughput()),
    ...(await measureParked(join(folder, 'parked.db'), cases, { memoryMb: 60, readyMs: 500 })),
    ...(isLarge ? await measureParked(join(folder, 'large.db'), fans, { readyMs: 2000 }) : []),
  ];
  const after = conditionsIn(folder);
  console.log(`${JSON.stringify({ machine, rounds, before, after }, undefined, 2)}\n\n${tableOf(figures)}\n`);
  console.log(JSON.stringify({ machine, rounds, before, after, figures }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
