import { setTimeout as delay } from 'node:timers/promises';

/** Invocations that are running, and when the last one ended. */
export interface Activity {
  /** An invocation begins; the answer tells that it has ended. */
  begin(): () => void;
  /** Nothing has run for so long. */
  isQuietFor(ms: number): boolean;
}

/** Opens the count of running invocations. */
export function watchActivity(): Activity {
  let running = 0;
  let endedAtMs = performance.now();
  return {
    begin() {
      running++;
      return () => {
        running--;
        endedAtMs = performance.now();
      };
    },
    isQuietFor: (ms) => running === 0 && performance.now() - endedAtMs >= ms,
  };
}

/** A person's next click comes later, the next call of a program sooner. */
const QUIET_MS = 200;

/**
 * Starts one worker of each pool, one after the other, in the moments in which nothing runs: a thread takes a tenth of a second of a
 * processor to load its code, which whoever is being served needs more.
 */
export async function prewarmInQuietMoments(
  pools: Iterable<{ prewarm(): Promise<void> }>,
  activity: Pick<Activity, 'isQuietFor'>,
  isClosed: () => boolean,
  pause: (ms: number) => Promise<void> = pauseUnlessAllEnds,
): Promise<void> {
  for (const pool of pools) {
    while (!isClosed() && !activity.isQuietFor(QUIET_MS)) await pause(QUIET_MS);
    if (isClosed()) return;
    await pool.prewarm();
  }
}

/** Does not keep the process from ending. */
const pauseUnlessAllEnds = (ms: number) => delay(ms, undefined, { ref: false });
