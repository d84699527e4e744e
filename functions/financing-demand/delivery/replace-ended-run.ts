import { log, withoutPersonalData } from '../../shared/log.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import { nextRun, type WakeServices } from './wake-delivery.ts';

/**
 * Sees to an institution whose run was begun before it was woken. One under way looks by itself what there is to push; one that
 * broke and could not say so (a table away, an execution stopped by hand) is followed by the next. Never throws.
 */
export async function replaceEndedRun(institutionId: string, services: WakeServices): Promise<boolean> {
  const { pushMarks, deliveries, deliveryMachine: machine, commit } = services;
  try {
    const mark = await pushMarks.markOf(institutionId);
    const next = await untilFresh(async () => {
      const state = await deliveries.state(institutionId);
      // A run that ends well says so before it ends, by the version that the write below is held by.
      if (!state?.running || !(await machine.hasEnded(state))) return undefined;
      const following = nextRun(institutionId, state);
      await commit([deliveries.putState(following)]);
      return following;
    });
    if (next) await machine.start(next);
    if (mark !== undefined) await pushMarks.woken(institutionId, mark);
    return true;
  } catch (error) {
    log.warn('delivery not looked at yet', { institutionId, ...withoutPersonalData(error) });
    return false;
  }
}
