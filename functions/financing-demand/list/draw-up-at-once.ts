import { log, withoutPersonalData } from '../../shared/log.ts';
import { StaleReadError } from '../../shared/store/stale-read.ts';
import type { AtOnce } from '../store/list-write.ts';
import { type DrawServices, drawUp } from './draw-up.ts';

/** Institutions whose lists are drawn up at the same time. */
const AT_ONCE = 8;
/** Of one institution: what is left goes on within a minute. */
const PAGES = 5;

/**
 * Draws up the lists that a change just committed asked for at once. Never throws: whatever is left undone here, the mark makes
 * functions/financing-demand/relay-lists do within a minute, and the day's lists do in any case.
 */
export async function drawUpAtOnce(row: AtOnce | undefined, services: DrawServices): Promise<void> {
  if (!row) return;
  try {
    let next = 0;
    let undone = 0;
    const worker = async () => {
      for (let id = row.institutionIds[next++]; id !== undefined; id = row.institutionIds[next++]) {
        if (!(await drawUp(id, services, PAGES)).done) undone++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (undone === 0) await services.commit([services.lists.doneAtOnce(row)]);
  } catch (error) {
    // A later change of the same demand has its own mark.
    if (error instanceof StaleReadError) return;
    log.warn('lists not drawn up yet', { demandId: row.demandId, ...withoutPersonalData(error) });
  }
}
