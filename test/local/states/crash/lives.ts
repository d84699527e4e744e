import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { createVirtualClock, type VirtualClock } from '../../../../local/clock.ts';
import type { FunctionInvoker } from '../../../../local/service.ts';
import { handle } from '../../../../local/states/api/handle.ts';
import { startChild } from '../../../../local/states/api/start-child.ts';
import { Engine } from '../../../../local/states/engine/engine.ts';
import type { Revision } from '../../../../local/states/registry/machine-record.ts';
import { Machines } from '../../../../local/states/registry/machines.ts';
import { Documents } from '../../../../local/states/registry/registry.ts';
import { openDatabase } from '../../../../local/states/store/open-database.ts';
import type { Change } from '../../../../local/states/store/rows.ts';
import { Store } from '../../../../local/states/store/store.ts';

/** When a life ends: at its nth write, before the write is made or right after it. */
export interface CrashPoint {
  readonly write: number;
  readonly isWritten: boolean;
}

/** A store that stops for ever at the crash point: what is not written then never is. */
class CrashingStore extends Store {
  readonly #point: CrashPoint | undefined;
  readonly #onCrash: () => void;
  writes = 0;
  hasCrashed = false;

  constructor(
    database: DatabaseSync,
    point: CrashPoint | undefined,
    onCrash: () => void,
    afterCommit: () => void,
  ) {
    super(database, 'memory', afterCommit);
    this.#point = point;
    this.#onCrash = onCrash;
  }

  override async commit(change: Change): Promise<void> {
    this.writes += 1;
    const isLast = this.writes === this.#point?.write;
    if (this.hasCrashed || (isLast && !this.#point?.isWritten)) return this.#crash();
    await super.commit(change);
    if (isLast || this.hasCrashed) return this.#crash();
  }

  #crash(): Promise<never> {
    this.hasCrashed = true;
    this.#onCrash();
    return new Promise(() => {});
  }
}

const parsed = new WeakMap<DatabaseSync, Map<number, Revision>>();

/** Definitions never change; parsing them again in every life would take a sixth of the test's time. */
class ParsedOnce extends Machines {
  readonly #parsed: Map<number, Revision>;

  constructor(database: DatabaseSync) {
    super(new Documents(database));
    this.#parsed = parsed.get(database) ?? new Map<number, Revision>();
    parsed.set(database, this.#parsed);
  }

  override revision(number: number): Revision {
    const revision = this.#parsed.get(number) ?? super.revision(number);
    this.#parsed.set(number, revision);
    return revision;
  }
}

interface Attempt {
  readonly state: string;
  readonly item: unknown;
  readonly retry: number;
  readonly token?: string;
  readonly mayTimeOut?: boolean;
}

/** What the world outside of the engine sees and does; it outlives the engine's crashes. */
export class World {
  readonly #seed: number;
  /** Every call of a function, by attempt. */
  readonly calls: string[] = [];
  /** Tokens whose answer is not acknowledged: a client sends it again. */
  readonly unacknowledged = new Map<string, Attempt>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  key({ state, item, retry }: Attempt): string {
    return `${state}/${String(item)}/${retry}`;
  }

  /** The same attempt always comes to the same end, however often it is made. */
  fails(attempt: Attempt): boolean {
    const digest = createHash('sha256')
      .update(`${this.#seed}/${this.key(attempt)}`)
      .digest();
    return (digest[0] ?? 0) < 70;
  }

  /** Whether anybody ever answers the token. */
  answers(attempt: Attempt): boolean {
    if (attempt.mayTimeOut !== true) return true;
    const digest = createHash('sha256')
      .update(`${this.#seed}/${this.key(attempt)}`)
      .digest();
    return (digest[1] ?? 0) > 120;
  }
}

export interface Life {
  readonly engine: Engine;
  readonly store: CrashingStore;
  readonly clock: VirtualClock;
  readonly crashed: Promise<void>;
  call(action: string, input: object): Promise<Record<string, unknown>>;
  /** The engine does nothing more; what it had handed to the store before is written when this resolves. */
  end(): Promise<void>;
}

/** An engine on the database as the last one left it. */
export function live(database: DatabaseSync, world: World, startedAt: number, point?: CrashPoint): Life {
  const clock = createVirtualClock(startedAt);
  let onCrash = (): void => {};
  let onCommit = (): void => {};
  const crashed = new Promise<void>((resolve) => {
    onCrash = resolve;
  });
  const store = new CrashingStore(
    database,
    point,
    () => onCrash(),
    () => onCommit(),
  );
  const call = (action: string, input: object) => callApi(engine, action, input);
  const invoker = functions(world, store, call, () => clock.hold());
  const engine: Engine = new Engine({
    store,
    machines: new ParsedOnce(database),
    clock,
    invoker,
    call: () => Promise.reject(new Error('no services')),
    authorize: () => {},
    accountId: '000000000000',
    region: 'ap-east-1',
    partition: 'aws',
    log: () => {},
    startChild,
  });
  onCommit = () => {
    if (!store.hasCrashed) engine.timers.rearm();
  };
  const end = async (): Promise<void> => {
    store.hasCrashed = true;
    engine.timers.stop();
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  return { engine, store, clock, crashed, call, end };
}

export const emptyDatabase = (): DatabaseSync => openDatabase(':memory:');

function functions(
  world: World,
  store: CrashingStore,
  call: Life['call'],
  hold: () => () => void,
): FunctionInvoker {
  return {
    async invoke({ payload }) {
      if (store.hasCrashed) return new Promise(() => {});
      const attempt = JSON.parse(payload) as Attempt;
      world.calls.push(world.key(attempt));
      if (attempt.token !== undefined) {
        if (world.answers(attempt)) answerSoon(world, call, attempt.token, attempt, hold());
        return { ok: true, payload: '"asked"', executedVersion: '1' };
      }
      await new Promise((resolve) => setImmediate(resolve));
      if (world.fails(attempt))
        return { ok: false, errorType: 'Odd', errorMessage: 'no', payload: '{"errorType":"Odd"}' };
      return { ok: true, payload: JSON.stringify(world.key(attempt)), executedVersion: '1' };
    },
  };
}

/** Time stands still until the answer is given. */
function answerSoon(
  world: World,
  call: Life['call'],
  token: string,
  attempt: Attempt,
  release: () => void,
): void {
  world.unacknowledged.set(token, attempt);
  setImmediate(() => void answer(world, call, token, attempt).finally(release));
}

/** Sends every answer that has not been acknowledged. */
export async function answerAll(world: World, call: Life['call']): Promise<void> {
  const open = [...world.unacknowledged];
  await Promise.all(open.map(([token, attempt]) => answer(world, call, token, attempt)));
}

async function answer(world: World, call: Life['call'], taskToken: string, attempt: Attempt): Promise<void> {
  const given = world.fails(attempt)
    ? call('SendTaskFailure', { taskToken, error: 'Odd', cause: 'no' })
    : call('SendTaskSuccess', { taskToken, output: JSON.stringify(attempt.state) });
  await given.catch(() => {});
  world.unacknowledged.delete(taskToken);
}

async function callApi(engine: Engine, action: string, input: object): Promise<Record<string, unknown>> {
  const response = await handle(engine, () => {}, {
    caller: { kind: 'engineer' },
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': `AWSStepFunctions.${action}` },
    body: Buffer.from(JSON.stringify(input)),
  });
  const answer = JSON.parse(String(response.body)) as Record<string, unknown>;
  if (response.status !== 200) throw new Error(`${action}: ${String(response.body)}`);
  return answer;
}
