import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIVES, type LivedCase, liveCase, PURPOSES } from './case-life.ts';
import { wrongAfter } from './expect-whole.ts';
import { Hazard } from './hazard.ts';

export interface ChaosOptions {
  readonly cases: number;
  readonly kills: number;
  readonly inFlight: number;
  /** Whether a day passes at the end, whose audit is anchored. */
  readonly anchored: boolean;
}

export interface ChaosReport {
  readonly cases: number;
  readonly kills: number;
  readonly wrong: readonly string[];
}

/** No case comes to its end with fewer, so that every kill falls into the load. */
const ANSWERS_PER_CASE = 4;

/**
 * One round: mixed cases on a platform of its own that is killed (kill -9 of every process) at random moments; people repeat
 * what got no answer, nobody repairs anything.
 */
export async function chaosRound({ cases, kills, inFlight, anchored }: ChaosOptions): Promise<ChaosReport> {
  const data = mkdtempSync(join(tmpdir(), 'chaos-'));
  const hazard = await Hazard.start(data);
  try {
    const lived: LivedCase[] = [];
    hazard.killAtRandom(kills, Math.floor((cases * ANSWERS_PER_CASE) / kills));
    for (let index = 0; index < cases; index += PURPOSES) {
      // An enterprise applies once a day for one purpose.
      if (index > 0) await hazard.passDay();
      const today = Array.from({ length: Math.min(PURPOSES, cases - index) }, (_, offset) => index + offset);
      await inParallel(today, inFlight, async (one) => {
        const life = LIVES[one % LIVES.length] ?? 'clean';
        lived.push(await liveCase(hazard, life, one % PURPOSES, `chaos-${one}`));
      });
    }
    // Fewer kills prove less than was asked for.
    const spared = hazard.kills < kills ? [`only ${hazard.kills} of ${kills} kills happened`] : [];
    const wrong = [...spared, ...(await wrongAfter(hazard, lived, { anchored }))];
    return { cases: lived.length, kills: hazard.kills, wrong };
  } finally {
    await hazard.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function inParallel<T>(
  items: readonly T[],
  limit: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await act(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
