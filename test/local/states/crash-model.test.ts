import { describe, expect, it } from 'vitest';
import { Batch } from './crash/batch.ts';
import type { CrashPoint } from './crash/lives.ts';
import { randomNumbers } from './crash/random-machine.ts';

/**
 * Rounds in the test suite; more by CRASH_ROUNDS, others by CRASH_SEED. A round is one execution of a random machine that at
 * least one crash found unfinished.
 */
const rounds = Number(process.env.CRASH_ROUNDS ?? 2500);
/** Sequences of crashes that a batch of machines goes through. */
const sequencesPerBatch = 30;

/** The first crash at any write of the run, before or after it; then up to two more in the lives that follow. */
function crashesOf(random: () => number, writes: number): readonly CrashPoint[] {
  const length = 1 + Math.floor(random() * 3);
  return Array.from({ length }, () => ({
    write: 1 + Math.floor(random() * writes),
    isWritten: random() < 0.5,
  }));
}

describe('executions that are interrupted', () => {
  it('come to the same end and history as uninterrupted ones, and repeat no finished step', async () => {
    const random = randomNumbers(Number(process.env.CRASH_SEED ?? 20_261_123));
    for (let round = 0; round < rounds; ) {
      const seed = Math.floor(random() * 2 ** 31);
      const batch = new Batch(seed);
      await batch.createMachines();
      const { executions, writes } = await batch.run([]);
      for (let sequence = 0; sequence < sequencesPerBatch; sequence++) {
        const crashes = crashesOf(random, writes);
        const ended = await batch.run(crashes);
        const message = `seed ${seed}, sequence ${sequence}, crashes ${JSON.stringify(crashes)}`;
        expect(ended.executions, message).toEqual(executions);
        round += ended.interrupted;
      }
    }
  }, 240_000);
});
