import type { DeliveryState } from '../../../workflows/financing-demand/delivery/contract.ts';
import { log, withoutPersonalData } from '../../shared/log.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { DeliveryMachine } from '../client/delivery-machine.ts';
import type { ServicesWithEndpoints } from '../store/endpoint-services.ts';
import type { PushMarks } from '../store/push-marks.ts';

export interface WakeServices extends Pick<ServicesWithEndpoints, 'endpoints' | 'deliveries' | 'commit'> {
  readonly pushMarks: PushMarks;
  readonly deliveryMachine: DeliveryMachine;
}

/**
 * Lets the machine look whether there is anything to push to an institution. Call it after the transaction that holds
 * a push mark. Never throws: what is left undone here, the mark makes relay-deliveries do within minutes. So it does where the run
 * was begun before: it may be under way and look by itself, or it may have broken, and only the relay may ask which.
 */
export async function wakeDelivery(institutionId: string, services: WakeServices): Promise<boolean> {
  const { pushMarks, deliveryMachine: machine } = services;
  try {
    const mark = await pushMarks.markOf(institutionId);
    const run = await untilFresh(() => runOf(institutionId, services));
    if (run && (await machine.start(run)) === 'existed') return false;
    if (mark !== undefined) await pushMarks.woken(institutionId, mark);
    return true;
  } catch (error) {
    log.warn('delivery not woken yet', { institutionId, ...withoutPersonalData(error) });
    return false;
  }
}

/** The run that is under way, or the next one; none where nothing may be sent. */
async function runOf(
  institutionId: string,
  { endpoints, deliveries, commit }: WakeServices,
): Promise<DeliveryState | undefined> {
  const state = await deliveries.state(institutionId);
  if (state?.running) return state;
  if ((await endpoints.read(institutionId))?.status !== 'ACTIVE') return undefined;
  const next = nextRun(institutionId, state);
  await commit([deliveries.putState(next)]);
  return next;
}

/** The state in which another run sends; the one before sees that it is not its own any more. */
export function nextRun(institutionId: string, state: DeliveryState | undefined): DeliveryState {
  const before = state ?? { institutionId, delivered: 0, attempts: 0, run: 0, version: 0 };
  return { ...before, run: before.run + 1, running: true, version: before.version + 1 };
}
