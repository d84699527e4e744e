import { log, withoutPersonalData } from './log.ts';
import type { ServicesWithMachines } from './services-with-machines.ts';
import type { PendingStart } from './store/case-store.ts';

/**
 * Begins the execution of a case that was just written, and removes its mark. Never throws: whatever is left undone here, the
 * mark makes functions/desk/relay-desk-decisions do within a minute.
 */
export async function beginExecution(
  { caseId, workflow, attempt }: PendingStart,
  { machines, cases }: Pick<ServicesWithMachines, 'machines' | 'cases'>,
): Promise<boolean> {
  try {
    await machines.start({ caseId, workflow, attempt });
    await cases.started({ caseId, workflow, attempt });
    return true;
  } catch (error) {
    log.warn('execution not begun yet', { caseId, attempt, ...withoutPersonalData(error) });
    return false;
  }
}
