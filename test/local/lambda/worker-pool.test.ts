import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FunctionWorker, Outcome } from '../../../local/lambda/function-worker.ts';
import type { Invocation } from '../../../local/lambda/worker/messages.ts';
import { createPool } from '../../../local/lambda/worker-pool.ts';

const INVOCATION = {} as Invocation;

/** A pool whose workers answer when they are told to. */
function poolOf(settings: { maximumWorkers?: number; reservedConcurrency?: number } = {}) {
  const finish: (() => void)[] = [];
  const workers: { ended: boolean; usable: boolean }[] = [];
  const pool = createPool({
    maximumWorkers: settings.maximumWorkers ?? 10,
    reservedConcurrency: settings.reservedConcurrency,
    start: (): FunctionWorker => {
      const state = { ended: false, usable: true };
      workers.push(state);
      return {
        loaded: Promise.resolve(),
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
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
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
    await Promise.resolve();
    const startedAtFirst = finish.length;

    finish[0]?.();
    await running[0];
    await vi.waitFor(() => expect(finish).toHaveLength(3));
    for (const end of finish) end();

    expect(await Promise.all(running)).toHaveLength(3);
    expect([startedAtFirst, workers.length]).toEqual([2, 2]);
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
    for (const end of finish) end();
    await Promise.all(running);

    await vi.advanceTimersByTimeAsync(120_000);
    const afterTwoMinutes = workers.filter(({ ended }) => ended).length;
    await vi.advanceTimersByTimeAsync(600_000);

    expect([afterTwoMinutes, workers.filter(({ ended }) => ended).length]).toEqual([1, 2]);
  });
});
