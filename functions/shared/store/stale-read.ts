import { setTimeout as delay } from 'node:timers/promises';
import { TransientError } from '../errors.ts';

/** Somebody changed the item between our read and our write: read again and decide again. Never leaves the function. */
export class StaleReadError extends Error {
  override readonly name = 'StaleReadError';
}

const ATTEMPTS = 25;
const LONGEST_DELAY_MS = 80;

/**
 * Reads, decides and writes again until nobody came between. `attempt` must read afresh each time.
 * @throws TransientError when others came between every time
 */
export async function untilFresh<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleReadError)) throw error;
      if (count === ATTEMPTS) throw new TransientError('Too many writers at once', { cause: error });
      await delay(Math.random() * Math.min(LONGEST_DELAY_MS, 5 * 2 ** count));
    }
  }
}
