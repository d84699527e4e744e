import { describe, expect, it } from 'vitest';
import { answerAll, type CrashPoint, emptyDatabase, type Life, live, World } from './crash/lives.ts';
import { nestedMachine, randomMachine, randomNumbers } from './crash/random-machine.ts';

/** Rounds in the test suite; more by CRASH_ROUNDS, others by CRASH_SEED. A round is one machine with one sequence of crashes. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 1000);
const epoch = Date.parse('2026-03-01T00:00:00Z');

interface Event {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
  readonly taskScheduledEventDetails?: { readonly parameters: string };
}

interface Finished {
  readonly status: unknown;
  readonly output: unknown;
  readonly error: unknown;
  readonly types: readonly string[];
  readonly writes: number;
}

const name = 'execution';
const machineArn = 'arn:aws:states:ap-east-1:000000000000:stateMachine:m';
const executionArn = 'arn:aws:states:ap-east-1:000000000000:execution:m:execution';

/** Runs the machine to its end through the crashes and returns how it ended. */
async function runThrough(seed: number, crashes: readonly CrashPoint[]): Promise<Finished> {
  const machine = randomMachine(randomNumbers(seed));
  const database = emptyDatabase();
  const world = new World(seed);
  const finished: Set<string> = new Set();
  let now = epoch;
  let life = live(database, world, now, crashes[0]);
  for (const [machineName, definition] of Object.entries({ m: machine, nested: nestedMachine })) {
    const roleArn = 'arn:aws:iam::000000000000:role/m';
    await life.call('CreateStateMachine', {
      name: machineName,
      definition: JSON.stringify(definition),
      roleArn,
    });
  }
  for (let next = 1; ; next++) {
    const before = world.calls.length;
    const hasEnded = await untilEndOrCrash(life, world);
    expectNoneAgain(world.calls.slice(before), finished);
    now = life.clock.now();
    await life.end();
    if (hasEnded) return describeEnd(life);
    for (const key of await finishedAttempts(life, world)) finished.add(key);
    life = live(database, world, now, crashes[next]);
  }
}

/** Starts (as a client that got no answer would, again) and lets time pass. */
async function untilEndOrCrash(life: Life, world: World): Promise<boolean> {
  let isOver = false;
  const crash = life.crashed.then(() => {
    isOver = true;
    return false;
  });
  const run = async (): Promise<boolean> => {
    await life.engine.resume();
    await answerAll(world, life.call);
    await life
      .call('StartExecution', { stateMachineArn: machineArn, name, input: '"world"' })
      .catch(() => {});
    for (let step = 0; !isOver && step < 400; step++) {
      await life.clock.advance(500);
      if ((await life.call('DescribeExecution', { executionArn })).status !== 'RUNNING') return true;
    }
    if (!isOver) throw new Error('the execution does not end');
    return false;
  };
  return Promise.race([run(), crash]);
}

async function eventsOf(life: Life): Promise<readonly Event[]> {
  const answer = await life
    .call('GetExecutionHistory', { executionArn, maxResults: 1000 })
    .catch(() => ({ events: [] }));
  return answer.events as readonly Event[];
}

/** Attempts whose result stands in the history: they must not be made again. */
async function finishedAttempts(life: Life, world: World): Promise<readonly string[]> {
  const events = await eventsOf(life);
  const byId = new Map(events.map((event) => [event.id, event]));
  return events
    .filter(({ type }) => type === 'TaskSucceeded' || type === 'TaskFailed')
    .map((event) => {
      let at: Event | undefined = event;
      while (at !== undefined && at.type !== 'TaskScheduled') at = byId.get(at.previousEventId);
      const given = JSON.parse(at?.taskScheduledEventDetails?.parameters ?? '{}') as { Payload?: never };
      return given.Payload === undefined ? 'nested' : world.key(given.Payload);
    });
}

function expectNoneAgain(calls: readonly string[], finished: ReadonlySet<string>): void {
  expect(calls.filter((key) => finished.has(key))).toEqual([]);
}

async function describeEnd(life: Life): Promise<Finished> {
  const { status, output, error } = await life.call('DescribeExecution', { executionArn });
  const events = await eventsOf(life);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  expect(events.every(({ id, previousEventId }) => previousEventId < id)).toBe(true);
  return { status, output, error, types: events.map(({ type }) => type).sort(), writes: life.store.writes };
}

describe('an execution that is interrupted', () => {
  it('comes to the same end and history as an uninterrupted one, and repeats no finished step', async () => {
    const random = randomNumbers(Number(process.env.CRASH_SEED ?? 20_261_123));
    for (let round = 0; round < rounds; ) {
      const seed = Math.floor(random() * 2 ** 31);
      const { writes, ...expected } = await runThrough(seed, []);
      for (let point = 0; point < Math.min(writes * 2, 24) && round < rounds; point++, round++) {
        const crashes = [
          { write: Math.floor(point / 2) + 1, isWritten: point % 2 === 1 },
          ...Array.from({ length: Math.floor(random() * 3) }, () => ({
            write: 1 + Math.floor(random() * 4),
            isWritten: random() < 0.5,
          })),
        ];
        const { writes: _, ...ended } = await runThrough(seed, crashes);
        expect(ended, `seed ${seed}, crashes ${JSON.stringify(crashes)}`).toEqual(expected);
      }
    }
  }, 240_000);
});
