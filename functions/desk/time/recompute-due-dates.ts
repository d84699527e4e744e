import { taskIdOfSupplement } from '../../../workflows/shared/supplement.ts';
import { log, withoutPersonalData } from '../../shared/log.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';
import { recomputeDueDate } from './recompute-due-date.ts';

/** What one call does at the most; the relay goes on with the rest. */
const LONGEST_MS = 15_000;

/**
 * Computes every provisional due date anew after a calendar was loaded; they are found by their list, never by a scan. What was
 * reached stands in the mark: dates that stay provisional stay in the list, and no run begins at them again. Never throws: the mark
 * makes functions/desk/relay-desk-decisions go on within a minute. Says whether nothing is left to do.
 */
export async function recomputeDueDates(
  services: ServicesWithMachines,
  longestMs = LONGEST_MS,
): Promise<boolean> {
  const { provisional } = services.desk;
  try {
    const pending = await provisional.pendingRecompute();
    if (pending === undefined) return true;
    const until = performance.now() + longestMs;
    let { after } = pending;
    for (let page = await provisional.page(after); page.length > 0; page = await provisional.page(after)) {
      for (const id of page) {
        // One of them in each run, however short.
        if (performance.now() > until && after !== pending.after) break;
        await recomputeDueDate(taskIdOfSupplement(id), services);
        after = id;
      }
      await provisional.reached({ ...pending, after });
      if (performance.now() > until) return false;
    }
    await provisional.recomputed(pending);
    return true;
  } catch (error) {
    log.warn('due dates not computed anew yet', withoutPersonalData(error));
    return false;
  }
}
