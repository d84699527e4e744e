import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FunctionWorker, Outcome } from '../../../local/lambda/function-worker.ts';
import type { Invocation } from '../../../local/lambda/worker/messages.ts';
import { createPool } from '../../../local/lambda/worker-pool.ts';

const INVOCATION = {} as Invocation;

/** A pool whose workers answer when they are told to. */
function poolOf(
  settings: { maximumWorkers?: number; reservedConcurrency?: number; loaded?: Promise<void> } = {},
) {
  const finish: (() => void)[] = [];
  const workers: { ended: boolean; usable: boolean }[] = [];
  const pool = createPool({
    maximumWorkers: settings.maximumWorkers ?? 10,
    reservedConcurrency: settings.reservedConcurrency,
    start: (): FunctionWorker => {
      const state = { ended: false, usable: true };
      workers.push(state);
      return {
        loaded: settings.loaded ?? Promise.resolve(),
        isUsable: () => state.usable,
        run: () => new Promise<Outcome>((resolve) => finish.push(() => resolve({ ok: true, payload: '1' }))),
        end: async () => {
          state.ended = true;
        },
      };
    },
  });
  return { pool, workers, finish };
}

describe('a pool of workers', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('uses a worker again', async () => {
    const { pool, workers, finish } = poolOf();
    for (let call = 0; call < 3; call++) {
      const running = pool.run(INVOCATION);
      finish.at(-1)?.();
      await running;
    }

    expect(workers).toHaveLength(1);
  });

  it('lets invocations beyond its size wait for their turn', async () => {
    const { pool, workers, finish } = poolOf({ maximumWorkers: 2 });
    const running = [1, 2, 3].map(() => pool.run(INVOCATION));
    await vi.advanceTimersByTimeAsync(1_000);
    const startedAtFirst = finish.length;

    finish[0]?.();
    await running[0];
    await vi.waitFor(() => expect(finish).toHaveLength(3));
    for (const end of finish) end();

    expect(await Promise.all(running)).toHaveLength(3);
    expect([startedAtFirst, workers.length]).toEqual([2, 2]);
  });

  it('lets an invocation wait a moment for the worker there is, rather than start another', async () => {
    const { pool, workers, finish } = poolOf();
    const running = [1, 2].map(() => pool.run(INVOCATION));
    await vi.advanceTimersByTimeAsync(50);
    finish[0]?.();
    await running[0];
    await vi.advanceTimersByTimeAsync(0);
    finish[1]?.();

    await Promise.all(running);
    expect(workers).toHaveLength(1);
  });

  it('starts another worker where the one there is stays busy', async () => {
    const { pool, workers } = poolOf();
    for (let call = 0; call < 2; call++) void pool.run(INVOCATION);

    await vi.advanceTimersByTimeAsync(300);

    expect(workers).toHaveLength(2);
  });

  it('starts no other worker while the first is loading', async () => {
    const loading = Promise.withResolvers<void>();
    const { pool, workers } = poolOf({ loaded: loading.promise });
    for (let call = 0; call < 2; call++) void pool.run(INVOCATION);
    await vi.advanceTimersByTimeAsync(10_000);
    const whileLoading = workers.length;

    loading.resolve();
    await vi.advanceTimersByTimeAsync(300);

    expect([whileLoading, workers.length]).toEqual([1, 2]);
  });

  it('does not use a broken worker again', async () => {
    const { pool, workers, finish } = poolOf();
    const running = pool.run(INVOCATION);
    finish[0]?.();
    await running;
    const [first] = workers;
    if (first) first.usable = false;

    void pool.run(INVOCATION);

    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('ends workers that have nothing to do: spare ones after a minute, the last after ten', async () => {
    const { pool, workers, finish } = poolOf();
    const running = [1, 2].map(() => pool.run(INVOCATION));
    await vi.advanceTimersByTimeAsync(300);
    for (const end of finish) end();
    await Promise.all(running);

    await vi.advanceTimersByTimeAsync(120_000);
    const afterTwoMinutes = workers.filter(({ ended }) => ended).length;
    await vi.advanceTimersByTimeAsync(600_000);

    expect([afterTwoMinutes, workers.filter(({ ended }) => ended).length]).toEqual([1, 2]);
  });
});
