import type { Subject } from './subject.ts';

/** 200 bytes of JSON. */
const input = JSON.stringify({ text: 'x'.repeat(189) });

export interface LoadResult {
  readonly count: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly cpuSecondsPer1000: number;
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
  const seconds = (performance.now() - begun) / 1000;
  const after = await subject.resources();
  return {
    count,
    seconds,
    perSecond: count / seconds,
    cpuSecondsPer1000: ((after.cpuSeconds - before.cpuSeconds) * 1000) / count,
    ...percentiles(latencies),
  };
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
