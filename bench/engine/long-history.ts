import { longMachine } from './machines.ts';
import type { Subject } from './subject.ts';

interface Event {
  readonly timestamp: number;
}

/** Fills a history of 25,000 events and tells the time per event in each fifth of it. */
export async function measureLongHistory(subject: Subject): Promise<Record<string, number>> {
  const created = await subject.call('CreateStateMachine', {
    name: 'long',
    definition: JSON.stringify(longMachine),
    roleArn: 'arn:aws:iam::000000000000:role/bench',
  });
  const ended = new Promise<void>((resolve) => {
    subject.onEnd = () => resolve();
  });
  const started = await subject.call('StartExecution', {
    stateMachineArn: created.stateMachineArn,
    input: '{"a":1}',
  });
  await ended;
  const timestamps = await readTimestamps(subject, started.executionArn);
  const fifth = Math.floor(timestamps.length / 5);
  const figures: Record<string, number> = { events: timestamps.length };
  for (let part = 0; part < 5; part++) {
    const seconds = (timestamps[(part + 1) * fifth - 1] ?? 0) - (timestamps[part * fifth] ?? 0);
    figures[`microsecondsPerEvent${part + 1}`] = Math.round((seconds * 1e6) / fifth);
  }
  return figures;
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
