import { ERROR_NAME } from '../../../workflows/shared/error-names.ts';
import { log, withoutPersonalData } from '../../shared/log.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';

/**
 * Lets the machine look at the time of a task again. A dead token is no loss: the step that opens the next one compares when it
 * was to wake with the row. Never throws: the mark makes functions/desk/relay-desk-decisions do within a minute what is left
 * undone here.
 */
export async function tellMoved(
  taskId: string,
  { desk, machines }: Pick<ServicesWithMachines, 'desk' | 'machines'>,
): Promise<boolean> {
  try {
    const task = await desk.read(taskId);
    const taskToken = await desk.tokenOf(taskId);
    if (!task || !taskToken) throw new Error(`task ${taskId} is not there`);
    await machines.fail(taskToken, ERROR_NAME.deadlineMoved);
    await desk.signals.moved(taskId, task.version);
    return true;
  } catch (error) {
    log.warn('machine not told of the time yet', { taskId, ...withoutPersonalData(error) });
    return false;
  }
}
