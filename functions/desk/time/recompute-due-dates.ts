import { taskIdOfSupplement } from '../../../workflows/shared/supplement.ts';
import { log, withoutPersonalData } from '../../shared/log.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';
import { recomputeDueDate } from './recompute-due-date.ts';

/** What one call does at the most; the relay goes on with the rest. */
const LONGEST_MS = 15_000;

/**
 * Computes every provisional due date anew after a calendar was loaded; they are found by their list, never by a scan. Never
 * throws: the mark makes functions/desk/relay-desk-decisions go on within a minute. Says whether nothing is left to do.
 */
export async function recomputeDueDates(services: ServicesWithMachines): Promise<boolean> {
  const { provisional } = services.desk;
  try {
    const mark = await provisional.pendingRecompute();
    if (mark === undefined) return true;
    const until = performance.now() + LONGEST_MS;
    for (
      let page = await provisional.page('');
      page.length > 0;
      page = await provisional.page(page.at(-1) ?? '')
    ) {
      for (const taskId of new Set(page.map(taskIdOfSupplement))) {
        if (performance.now() > until) return false;
        await recomputeDueDate(taskId, services);
      }
    }
    await provisional.recomputed(mark);
    return true;
  } catch (error) {
    log.warn('due dates not computed anew yet', withoutPersonalData(error));
    return false;
  }
}
