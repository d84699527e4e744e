import type * as z from 'zod';
import { RelayDeliveries } from '../../workflows/financing-demand/delivery/steps.ts';
import { task } from '../shared/task.ts';
import { replaceEndedRun } from './delivery/replace-ended-run.ts';
import { type WakeServices, wakeDelivery } from './delivery/wake-delivery.ts';
import { servicesWithDelivery } from './store/wake-services.ts';

/**
 * Heals what a crash left between a write and its signal: institutions whose delivery was to be woken and may not have been, or whose
 * run broke.
 */
export async function relayDeliveries(
  _event: unknown,
  services: WakeServices,
): Promise<z.input<typeof RelayDeliveries.output>> {
  const institutions = await services.pushMarks.pending();
  const outcomes = await Promise.all(
    institutions.map(async (id) => (await wakeDelivery(id, services)) || replaceEndedRun(id, services)),
  );
  const woken = outcomes.filter(Boolean).length;
  return { woken, waiting: outcomes.length - woken };
}

export const handler = task(RelayDeliveries, relayDeliveries, servicesWithDelivery);
