import { createVirtualClock, type VirtualClock } from './clock.ts';
import { readFileIfThere, writeFileDurably } from './durable-file.ts';

/**
 * A virtual clock whose time lasts: a runtime that starts again on the same data never goes back behind what it wrote there. The
 * new time is kept before the clock moves, so that a kill in the middle of an advance is a kill after it.
 */
export async function lastingVirtualClock(file: string): Promise<VirtualClock> {
  const kept = Number(await readFileIfThere(file));
  const clock = createVirtualClock(Math.max(Date.now(), Number.isFinite(kept) ? kept : 0));
  return {
    ...clock,
    async advance(ms) {
      if (ms > 0) await writeFileDurably(file, String(clock.now() + ms));
      await clock.advance(ms);
    },
  };
}
