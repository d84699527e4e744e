import { answer, load, park } from './load.ts';
import { Subject } from './subject.ts';

const megabyte = 1024 * 1024;

/** Parks cases, kills the engine, starts it again and, when there are few enough, completes them all. */
export async function measureParked(
  file: string,
  count: number,
  machine: object,
): Promise<Record<string, number | string>> {
  const first = await Subject.launch(file);
  const created = await first.call('CreateStateMachine', {
    name: 'case',
    definition: JSON.stringify(machine),
    roleArn: 'arn:aws:iam::000000000000:role/bench',
  });
  const arn = String(created.stateMachineArn);
  await load(first, arn, 2000, 64);
  const idle = await first.resources(true);
  const parked = await park(first, arn, count);
  const full = await first.resources(true);
  const idleCpu = await cpuWhileWaiting(first);
  await first.kill();
  const second = await Subject.launch(file);
  const completedPerSecond = count <= 10_000 ? await complete(second, parked) : 'not measured';
  await second.kill();
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    memoryOverIdleMb: round((full.rssBytes - idle.rssBytes) / megabyte),
    cpuSecondsPerIdleMinute: round(idleCpu),
    readyAfterKillMs: round(second.readyMs),
    completedPerSecond,
  };
}

/** CPU over two seconds of waiting, as per minute. */
async function cpuWhileWaiting(subject: Subject): Promise<number> {
  const before = await subject.resources();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return ((await subject.resources()).cpuSeconds - before.cpuSeconds) * 30;
}

/** Answers all tokens, 64 cases at a time; resolves with cases per second when every one has ended. */
async function complete(subject: Subject, parked: readonly string[][]): Promise<number> {
  const begun = performance.now();
  let ended = 0;
  let next = 0;
  await new Promise<void>((resolve, reject) => {
    const answerNext = (): void => {
      const tokens = parked[next++];
      if (tokens !== undefined) answer(subject, tokens).catch(reject);
    };
    subject.onEnd = () => {
      ended += 1;
      if (ended === parked.length) resolve();
      else answerNext();
    };
    for (let index = 0; index < 64; index++) answerNext();
  });
  return Math.round(parked.length / ((performance.now() - begun) / 1000));
}
