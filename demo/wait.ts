import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 45_000;
const PAUSE_MS = 150;

/** Asks again and again until `look` finds something; says what it waited for when it does not come. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += PAUSE_MS) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(PAUSE_MS);
  }
  throw new Error(`${what} did not come within ${patienceMs / 1000} s`);
}
