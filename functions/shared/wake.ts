import { log, withoutPersonalData } from './log.ts';
import type { ServicesWithMachines } from './services-with-machines.ts';
import type { Wait } from './store/wait-store.ts';

/**
 * Lets a machine look again at what it waits for. A dead token, or none, is no loss: the step that begins the wait looks after
 * its token is written. Never throws: the mark makes functions/desk/relay-desk-decisions do within a minute what is left undone here.
 */
export async function wake(
  wait: Wait,
  { desk, machines }: Pick<ServicesWithMachines, 'desk' | 'machines'>,
): Promise<boolean> {
  try {
    const mark = await desk.waits.markOf(wait);
    if (mark === undefined) return true;
    // Read after the mark: a token that comes later belongs to a step that sees what was written with the mark.
    const taskToken = await desk.waits.tokenOf(wait);
    if (taskToken) await machines.succeed(taskToken, { caseId: wait.caseId });
    await desk.waits.woken(mark);
    return true;
  } catch (error) {
    log.warn('machine not woken yet', {
      caseId: wait.caseId,
      wait: wait.name,
      ...withoutPersonalData(error),
    });
    return false;
  }
}
