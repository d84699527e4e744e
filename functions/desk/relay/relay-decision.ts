import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';

/** What needs no answer any more: decided, or closed unanswered. */
export interface Decided {
  readonly taskId: string;
  readonly decidedAt?: string | undefined;
}

/**
 * Tells the machine of a stored decision. A dead token is no loss: whoever opens the task again, late or resumed, finds it
 * decided and relays it at once.
 *
 *     decide:  ... write DECIDED -> read newest token -> tell -> RELAYED
 *     open:    write new token -> (DECIDED already? tell -> RELAYED)
 *
 * Whichever of the two writes comes second sees the other's, so that one of them tells the newest token.
 */
export async function relayDecision(
  { taskId, decidedAt }: Decided,
  taskToken: string,
  { desk, machines }: Pick<ServicesWithMachines, 'desk' | 'machines'>,
): Promise<'told' | 'dead'> {
  const outcome = await machines.succeed(taskToken, { taskId, decidedAt });
  await (outcome === 'told' ? desk.relayed(taskId) : desk.abandonRelay(taskId));
  return outcome;
}
