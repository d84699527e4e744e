import { log, withoutPersonalData } from '../../shared/log.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';
import { type Decided, relayDecision } from './relay-decision.ts';

/**
 * Tells the machine of what was just stored. Never throws: what is stored is safe, and a fault here is the relay's to heal and
 * not a person's to see.
 */
export async function tellDecided(
  decided: Decided,
  services: Pick<ServicesWithMachines, 'desk' | 'machines'>,
): Promise<void> {
  const { taskId } = decided;
  try {
    // Read after the write: a token that came meanwhile belongs to an opening that still saw the task open.
    const taskToken = await services.desk.tokenOf(taskId);
    if (taskToken) await relayDecision(decided, taskToken, services);
  } catch (error) {
    log.warn('decision not relayed yet', { taskId, ...withoutPersonalData(error) });
  }
}
