import { describe, expect, it } from 'vitest';
import { prewarmInQuietMoments, watchActivity } from '../../../local/lambda/prewarm.ts';

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
  it('waits as long as something runs', async () => {
    const { pools, warmed } = poolsOf(['submit', 'decide']);
    const quiet = [false, false, true, false, true];
    const warmedAtPauses: number[] = [];
    const pause = async () => {
      warmedAtPauses.push(warmed.length);
    };

    await prewarmInQuietMoments(pools, { isQuietFor: () => quiet.shift() === true }, () => false, pause);

    expect(warmed).toEqual(['submit', 'decide']);
    expect(warmedAtPauses).toEqual([0, 0, 1]);
  });

  it('starts no worker any more when everything ends', async () => {
    const { pools, warmed } = poolsOf(['submit']);
    let closed = false;
    const pause = async () => {
      closed = true;
    };

    await prewarmInQuietMoments(pools, { isQuietFor: () => false }, () => closed, pause);

    expect(warmed).toEqual([]);
  });
});

describe('activity', () => {
  it('is not quiet while an invocation runs, nor for some time after it', () => {
    const activity = watchActivity();
    const [first, second] = [activity.begin(), activity.begin()];
    first();
    expect(activity.isQuietFor(0)).toBe(false);

    second();
    expect(activity.isQuietFor(0)).toBe(true);
    expect(activity.isQuietFor(60_000)).toBe(false);
  });
});
