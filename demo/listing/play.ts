import { nextWorkingDay } from '../working-time.ts';
import { byRecord } from './by-record.ts';
import { delegation } from './delegation.ts';
import { escalation } from './escalation.ts';
import { History } from './history.ts';
import { issue } from './issue.ts';
import { material } from './material.ts';
import { notifications } from './notifications.ts';
import { objection } from './objection.ts';
import { reminder } from './reminder.ts';
import { renewal } from './renewal.ts';
import { review } from './review.ts';
import { revocation } from './revocation.ts';
import { type Chapter, Stage } from './stage.ts';
import { supplement } from './supplement.ts';
import { withdrawal } from './withdrawal.ts';

/** One story: a case from application to renewal, with everything that may happen to it on its way. */
const CHAPTERS: readonly Chapter[] = [
  material,
  byRecord,
  review,
  supplement,
  delegation,
  reminder,
  escalation,
  issue,
  withdrawal,
  objection,
  renewal,
  revocation,
  notifications,
];

/** Plays every chapter on a platform with a virtual clock; the first that does not see what it should ends it. */
export async function playListing(origin: string, folder: string): Promise<void> {
  const stage = await Stage.at(origin, folder);
  await stage.clock.until(nextWorkingDay(stage.clock.now, '09:00'));
  const begin = stage.clock.now;
  const history = new History();
  for (const [index, chapter] of CHAPTERS.entries()) {
    console.log(`\n${index + 1}. ${chapter.zh}  ${chapter.en}`);
    try {
      await chapter.play(stage);
    } catch (error) {
      throw new Error(
        `“${chapter.zh}” (${chapter.en}) went wrong: ${error instanceof Error ? error.message : error}`,
        {
          cause: error,
        },
      );
    }
    await history.keep(chapter, stage);
  }
  history.print(stage, begin);
}
