import type { Figure } from '../figure.ts';
import { spreadOf } from '../spread.ts';
import { longMachine } from './machines.ts';
import type { Subject } from './subject.ts';

interface Event {
  readonly timestamp: number;
}

const parts = 5;

/** Fills histories of 25,000 events and tells the time per event in each fifth of them. */
export async function measureLongHistory(subject: Subject, rounds: number): Promise<readonly Figure[]> {
  const arn = await subject.createMachine('long', longMachine);
  const perRound: (readonly number[])[] = [];
  for (let round = 0; round < rounds; round++) perRound.push(await fill(subject, arn));
  return Array.from({ length: parts }, (_, part) => ({
    subject: 'a history of 25,000 events',
    name: `microseconds per event, fifth ${part + 1}`,
    spread: spreadOf(perRound.map((values) => values[part] ?? Number.NaN)),
  }));
}

async function fill(subject: Subject, stateMachineArn: string): Promise<readonly number[]> {
  const ended = new Promise<void>((resolve) => {
    subject.onEnd = () => resolve();
  });
  const { executionArn } = await subject.call('StartExecution', { stateMachineArn, input: '{"a":1}' });
  await ended;
  const timestamps = await readTimestamps(subject, executionArn);
  if (timestamps.length !== 25_000) throw new Error(`the history has ${timestamps.length} events`);
  const length = timestamps.length / parts;
  return Array.from({ length: parts }, (_, part) => {
    const seconds = (timestamps[(part + 1) * length - 1] ?? 0) - (timestamps[part * length] ?? 0);
    return (seconds * 1e6) / length;
  });
}

async function readTimestamps(subject: Subject, executionArn: unknown): Promise<readonly number[]> {
  const timestamps: number[] = [];
  let nextToken: unknown;
  do {
    const page = await subject.call('GetExecutionHistory', { executionArn, maxResults: 1000, nextToken });
    timestamps.push(...(page.events as readonly Event[]).map(({ timestamp }) => timestamp));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return timestamps;
}
