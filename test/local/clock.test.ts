import { describe, expect, it } from 'vitest';
import { createVirtualClock, systemClock } from '../../local/clock.ts';

describe('the virtual clock', () => {
  it('stands still until it is advanced', () => {
    const clock = createVirtualClock(1_000);

    expect([clock.now(), new Float64Array(clock.shared)[0]]).toEqual([1_000, 1_000]);
  });

  it('fires due timers by time, then by creation, each at its own instant', async () => {
    const clock = createVirtualClock(0);
    const fired: string[] = [];
    const note = (name: string) => () => void fired.push(`${name}@${clock.now()}`);
    clock.at(20, note('late'));
    clock.at(10, note('first'));
    clock.at(10, note('second'));
    clock.at(31, note('not yet'));

    await clock.advance(30);

    expect(fired).toEqual(['first@10', 'second@10', 'late@20']);
    expect(clock.now()).toBe(30);
  });

  it('fires a timer that a timer has set, when it is due as well', async () => {
    const clock = createVirtualClock(0);
    const fired: number[] = [];
    clock.at(10, () => {
      Promise.resolve().then(() => clock.at(15, () => fired.push(clock.now())));
    });

    await clock.advance(20);

    expect(fired).toEqual([15]);
  });

  it('does not fire a cancelled timer', async () => {
    const clock = createVirtualClock(0);
    const fired: number[] = [];
    clock.at(5, () => fired.push(5))();

    await clock.advance(10);

    expect(fired).toEqual([]);
  });

  it('waits for held work before it fires the next timer', async () => {
    const clock = createVirtualClock(0);
    const order: string[] = [];
    clock.at(1, () => {
      const release = clock.hold();
      setTimeout(() => {
        order.push('work of the first timer');
        release();
      }, 20);
    });
    clock.at(2, () => void order.push('second timer'));

    await clock.advance(5);

    expect(order).toEqual(['work of the first timer', 'second timer']);
  });

  it('fires what is due already without an advance, but not at once', async () => {
    const clock = createVirtualClock(100);
    const fired: string[] = [];
    clock.at(100, () => fired.push('due'));
    clock.at(99, () => fired.push('overdue'));
    const firedAtOnce = [...fired];

    await new Promise((resolve) => setImmediate(resolve));

    expect([firedAtOnce, fired]).toEqual([[], ['due', 'overdue']]);
  });

  it('can be advanced again after a timer has thrown', async () => {
    const clock = createVirtualClock(0);
    clock.at(5, () => {
      throw new Error('broken timer');
    });

    await expect(clock.advance(10)).rejects.toThrow('broken timer');
    await clock.advance(10);

    expect(clock.now()).toBe(15);
  });

  it('refuses to go back', () => {
    expect(() => createVirtualClock(0).advance(-1)).toThrow(RangeError);
  });
});

describe('the system clock', () => {
  it('fires not before the instant asked for', async () => {
    const atMs = systemClock.now() + 5;

    const firedAtMs = await new Promise<number>((resolve) =>
      systemClock.at(atMs, () => resolve(systemClock.now())),
    );

    expect(firedAtMs).toBeGreaterThanOrEqual(atMs);
  });
});
