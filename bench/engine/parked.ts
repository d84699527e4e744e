import type { Figure } from '../figure.ts';
import { spreadOf } from '../spread.ts';
import { answer, load, park } from './load.ts';
import { Subject } from './subject.ts';

export interface Parking {
  readonly machine: object;
  readonly count: number;
  /** How often the engine is killed and started again. */
  readonly rounds: number;
  /** Whether all of them are run to their end after that. */
  readonly isCompleted: boolean;
}

export interface ParkingTargets {
  readonly memoryMb?: number;
  readonly readyMs: number;
}

/** Parks cases, kills the engine and starts it again, several times, and completes them all. */
export async function measureParked(
  file: string,
  { machine, count, rounds, isCompleted }: Parking,
  { memoryMb, readyMs }: ParkingTargets,
): Promise<readonly Figure[]> {
  const first = await Subject.launch(file);
  const arn = await first.createMachine('case', machine);
  await load(first, arn, 2000, 64);
  const idle = await first.resources(true);
  const parked = await park(first, arn, count);
  const full = await first.resources(true);
  const idleCpu = await cpuWhileWaiting(first);
  await first.kill();
  const starts: Subject[] = [];
  for (let round = 0; round < rounds; round++) {
    starts.push(await Subject.launch(file));
    if (round < rounds - 1) await starts.at(-1)?.kill();
  }
  const last = starts.at(-1) ?? first;
  const completed = isCompleted ? [await complete(last, parked)] : [];
  await last.kill();
  const subject = `${count} parked, ${5 * count} tokens`;
  const memory = (full.rssBytes - idle.rssBytes) / 2 ** 20;
  return [
    { name: 'MB over idle', spread: spreadOf([memory]), ...(memoryMb && { target: { atMost: memoryMb } }) },
    { name: 'CPU s per minute of waiting', spread: spreadOf([idleCpu]) },
    {
      name: 'ms until ready after kill -9',
      spread: spreadOf(starts.map((start) => start.readyMs)),
      target: { atMost: readyMs },
    },
    { name: 'CPU s until ready', spread: spreadOf(starts.map((start) => start.readyCpuSeconds)) },
    ...completed.map((perSecond) => ({ name: 'completed per second', spread: spreadOf([perSecond]) })),
  ].map((figure) => ({ subject, ...figure }));
}

/** CPU over two seconds of waiting, as per minute. */
async function cpuWhileWaiting(subject: Subject): Promise<number> {
  const before = await subject.resources();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return ((await subject.resources()).cpuSeconds - before.cpuSeconds) * 30;
}

/** Answers all tokens, 64 cases at a time; resolves with cases per second when every one has succeeded. */
async function complete(subject: Subject, parked: readonly string[][]): Promise<number> {
  const begun = performance.now();
  let ended = 0;
  let next = 0;
  await new Promise<void>((resolve, reject) => {
    const answerNext = (): void => {
      const tokens = parked[next++];
      if (tokens !== undefined) answer(subject, tokens).catch(reject);
    };
    subject.onEnd = (name, status) => {
      if (status !== 'SUCCEEDED') reject(new Error(`${name} ended as ${status}`));
      ended += 1;
      if (ended === parked.length) resolve();
      else answerNext();
    };
    for (let index = 0; index < 64; index++) answerNext();
  });
  return (parked.length * 1000) / (performance.now() - begun);
}
