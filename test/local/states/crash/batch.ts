import type { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { toExecutionRow } from '../../../../local/states/store/read-rows.ts';
import type { ExecutionRow } from '../../../../local/states/store/rows.ts';
import { answerAll, type CrashPoint, emptyDatabase, type Life, live, World } from './lives.ts';
import { nestedMachine, randomMachine, randomNumbers } from './random-machine.ts';

/** Machines whose executions run side by side in one engine, so that their writes share commits. */
export const machinesPerBatch = 12;

const arn = 'arn:aws:states:ap-east-1:000000000000';
const roleArn = 'arn:aws:iam::000000000000:role/m';

interface Event {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
  readonly taskScheduledEventDetails?: { readonly parameters: string };
  readonly stateEnteredEventDetails?: { readonly name: string; readonly input: string };
  readonly stateExitedEventDetails?: { readonly name: string; readonly output: string };
}

/** How a run came to its end. */
export interface Run {
  /** Every execution of the run, children too: its machine, its status and its events without what varies. */
  readonly executions: readonly string[];
  /** Writes of the last life. */
  readonly writes: number;
  /** Started executions that a crash found unfinished. */
  readonly interrupted: number;
}

/** Random machines in one database, run again and again. */
export class Batch {
  readonly #seed: number;
  readonly #database: DatabaseSync = emptyDatabase();
  #now = Date.parse('2026-03-01T00:00:00Z');
  #runs = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  async createMachines(): Promise<void> {
    const random = randomNumbers(this.#seed);
    const life = live(this.#database, new World(this.#seed), this.#now);
    const machines = Array.from({ length: machinesPerBatch }, (_, index) =>
      randomMachine(random, `m${index}`),
    );
    for (const [index, machine] of machines.entries()) {
      await life.call('CreateStateMachine', {
        name: `m${index}`,
        definition: JSON.stringify(machine),
        roleArn,
      });
    }
    const definition = JSON.stringify(nestedMachine);
    await life.call('CreateStateMachine', { name: 'nested', definition, roleArn });
    await life.end();
  }

  /** Runs every machine once, through the crashes. */
  async run(crashes: readonly CrashPoint[]): Promise<Run> {
    const name = `run${this.#runs++}`;
    const world = new World(this.#seed);
    const finished = new Set<string>();
    const interrupted = new Set<number>();
    const firstId = this.#lastId() + 1;
    for (let next = 0; ; next++) {
      const life = live(this.#database, world, this.#now, crashes[next]);
      const before = world.calls.length;
      const hasEnded = await Promise.race([
        this.#untilEnd(life, world, name),
        life.crashed.then(() => false),
      ]);
      const calls = world.calls.slice(before);
      expect(calls.filter((key) => finished.has(key))).toEqual([]);
      this.#now = life.clock.now();
      await life.end();
      const rows = this.#rows(firstId);
      if (hasEnded) {
        const executions = rows.map((row) => describeRow(life, row)).sort();
        return { executions, writes: life.store.writes, interrupted: interrupted.size };
      }
      for (const row of rows) {
        if (row.status === 'RUNNING') interrupted.add(row.id);
        for (const key of finishedAttempts(world, eventsOf(life, row))) finished.add(key);
      }
    }
  }

  /** Starts (as a client that got no answer would, again) and lets time pass until nothing runs any more. */
  async #untilEnd(life: Life, world: World, name: string): Promise<boolean> {
    await life.engine.resume();
    await answerAll(world, life.call);
    await Promise.all(
      Array.from({ length: machinesPerBatch }, (_, index) => {
        const stateMachineArn = `${arn}:stateMachine:m${index}`;
        // One that has ended already is not started again.
        return life.call('StartExecution', { stateMachineArn, name, input: '"world"' }).catch(() => {});
      }),
    );
    for (let step = 0; step < 100; step++) {
      await life.clock.advance(10_000);
      if (!this.#isAnyRunning()) return true;
    }
    throw new Error('the executions do not end');
  }

  #isAnyRunning(): boolean {
    return (
      this.#database.prepare("SELECT 1 FROM executions WHERE status = 'RUNNING' LIMIT 1").get() !== undefined
    );
  }

  #lastId(): number {
    return Number(this.#database.prepare('SELECT max(id) AS id FROM executions').get()?.id ?? 0);
  }

  #rows(firstId: number): readonly ExecutionRow[] {
    const rows = this.#database.prepare('SELECT * FROM executions WHERE id >= ?').all(firstId);
    return rows.map(toExecutionRow).filter((row) => row !== undefined);
  }
}

function eventsOf({ engine }: Life, row: ExecutionRow): readonly Event[] {
  return JSON.parse(engine.history.read(row, 1, row.lastEvent)) as readonly Event[];
}

/** Events after which the call of an attempt must not be made again. */
const callIsOver = new Set(['TaskSubmitted', 'TaskSucceeded', 'TaskFailed', 'TaskTimedOut']);

function finishedAttempts(world: World, events: readonly Event[]): readonly string[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return events
    .filter(({ type }) => callIsOver.has(type))
    .map((event) => {
      let at: Event | undefined = event;
      while (at !== undefined && at.type !== 'TaskScheduled') at = byId.get(at.previousEventId);
      const given = JSON.parse(at?.taskScheduledEventDetails?.parameters ?? '{}') as { Payload?: never };
      return given.Payload === undefined ? 'nested' : world.key(given.Payload);
    });
}

/** What must be the same whether or not it was interrupted. Which of two branches is first may vary, hence sorted. */
function describeRow(life: Life, row: ExecutionRow): string {
  const events = eventsOf(life, row);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  expect(events.every(({ id, previousEventId }) => previousEventId < id)).toBe(true);
  const lines = events.map(({ type, stateEnteredEventDetails: entered, stateExitedEventDetails: exited }) =>
    [type, entered?.name, entered?.input, exited?.name, exited?.output].join(' '),
  );
  return [life.engine.machines.arnOf(row.machine), row.status, ...lines.sort()].join('\n');
}
