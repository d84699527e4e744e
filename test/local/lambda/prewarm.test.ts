import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prewarmInQuietMoments, watchActivity } from '../../../local/lambda/prewarm.ts';

vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
}));

/** Pools that say in which order they were warmed. */
function poolsOf(names: readonly string[]) {
  const warmed: string[] = [];
  const pools = names.map((name) => ({
    prewarm: async () => {
      warmed.push(name);
    },
  }));
  return { pools, warmed };
}

describe('prewarming', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits while an invocation runs and for a moment after it', async () => {
    const { pools, warmed } = poolsOf(['submit', 'decide']);
    const activity = watchActivity();
    const ended = activity.begin();
    const all = prewarmInQuietMoments(pools, activity, () => false);

    await vi.advanceTimersByTimeAsync(60_000);
    expect(warmed).toEqual([]);

    ended();
    await vi.advanceTimersByTimeAsync(1_000);
    await all;
    expect(warmed).toEqual(['submit', 'decide']);
  });

  it('starts no worker any more when everything ends', async () => {
    const { pools, warmed } = poolsOf(['submit']);
    let closed = false;
    const activity = watchActivity();
    activity.begin();
    const all = prewarmInQuietMoments(pools, activity, () => closed);

    closed = true;
    await vi.advanceTimersByTimeAsync(1_000);
    await all;
    expect(warmed).toEqual([]);
  });
});
