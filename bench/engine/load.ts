import type { Figure } from '../figure.ts';
import { spreadOf } from '../spread.ts';
import type { Subject } from './subject.ts';

/** 200 bytes of JSON. */
const input = JSON.stringify({ text: 'x'.repeat(189) });

export interface Load {
  readonly arn: string;
  readonly count: number;
  readonly inFlight: number;
  readonly rounds: number;
}

export interface LoadTargets {
  readonly perSecond: number;
  readonly cpu?: number;
  readonly p50Ms?: number;
}

/** Runs the load, first a little of it to warm up, then in rounds. */
export async function measureLoad(
  subject: Subject,
  name: string,
  { arn, count, inFlight, rounds }: Load,
  targets: LoadTargets,
): Promise<readonly Figure[]> {
  const results: LoadResult[] = [];
  await load(subject, arn, Math.ceil(count / 4), inFlight);
  for (let round = 0; round < rounds; round++) results.push(await load(subject, arn, count, inFlight));
  const spread = (field: keyof LoadResult) => spreadOf(results.map((result) => result[field]));
  const { perSecond, cpu, p50Ms } = targets;
  return [
    { name: 'per second', spread: spread('perSecond'), target: { atLeast: perSecond } },
    { name: 'ms, half of them', spread: spread('p50Ms'), ...(p50Ms && { target: { atMost: p50Ms } }) },
    { name: 'ms, 99 of 100', spread: spread('p99Ms') },
    {
      name: 'CPU s of the engine per 1000',
      spread: spread('cpuPer1000'),
      ...(cpu && { target: { atMost: cpu } }),
    },
  ].map((figure) => ({ subject: name, ...figure }));
}

interface LoadResult {
  readonly perSecond: number;
  readonly cpuPer1000: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

let runs = 0;

/** Runs `count` executions with `inFlight` at a time, answering tokens as they come; latency is from start to end. */
export async function load(
  subject: Subject,
  stateMachineArn: string,
  count: number,
  inFlight: number,
): Promise<LoadResult> {
  const prefix = `r${++runs}-`;
  const startedAtMs = new Map<string, number>();
  const latencies: number[] = [];
  const before = await subject.resources();
  const begun = performance.now();
  let next = 0;
  await new Promise<void>((resolve, reject) => {
    const startNext = (): void => {
      if (next >= count) return;
      const name = `${prefix}${next++}`;
      startedAtMs.set(name, performance.now());
      subject.call('StartExecution', { stateMachineArn, name, input }).catch(reject);
    };
    subject.onTokens = (_, tokens) => answer(subject, tokens).catch(reject);
    subject.onEnd = (name, status) => {
      if (status !== 'SUCCEEDED') reject(new Error(`${name} ended as ${status}`));
      latencies.push(performance.now() - (startedAtMs.get(name) ?? 0));
      if (latencies.length === count) resolve();
      else startNext();
    };
    for (let index = 0; index < inFlight; index++) startNext();
  });
  const perSecond = (count * 1000) / (performance.now() - begun);
  const { cpuSeconds } = await subject.resources();
  const cpuPer1000 = ((cpuSeconds - before.cpuSeconds) * 1000) / count;
  return { perSecond, cpuPer1000, ...percentiles(latencies) };
}

/** All tokens of a case at once. */
export async function answer(subject: Subject, tokens: readonly string[]): Promise<void> {
  await Promise.all(tokens.map((taskToken) => subject.call('SendTaskSuccess', { taskToken, output: input })));
}

function percentiles(latencies: readonly number[]): { p50Ms: number; p99Ms: number } {
  const sorted = [...latencies].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** Starts `count` cases and keeps their tokens; resolves when all wait. */
export async function park(
  subject: Subject,
  stateMachineArn: string,
  count: number,
): Promise<readonly string[][]> {
  const prefix = `p${++runs}-`;
  const parked: string[][] = [];
  let next = 0;
  await new Promise<void>((resolve, reject) => {
    const startNext = (): void => {
      if (next >= count) return;
      subject.call('StartExecution', { stateMachineArn, name: `${prefix}${next++}`, input }).catch(reject);
    };
    subject.onTokens = (_, tokens) => {
      parked.push([...tokens]);
      if (parked.length === count) resolve();
      else startNext();
    };
    for (let index = 0; index < 64; index++) startNext();
  });
  return parked;
}
