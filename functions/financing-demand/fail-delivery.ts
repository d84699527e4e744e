import type * as z from 'zod';
import { FailDelivery } from '../../workflows/financing-demand/delivery/steps.ts';
import { log } from '../shared/log.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { type ServicesWithDelivery, servicesWithDelivery } from './store/wake-services.ts';

/** A run broke: the mark makes relay-deliveries begin another within minutes. Nothing that was written is lost. */
export async function failDelivery(
  { institutionId, run, error }: z.output<typeof FailDelivery.input>,
  { deliveries, pushMarks, commit }: Pick<ServicesWithDelivery, 'deliveries' | 'pushMarks' | 'commit'>,
): Promise<Record<string, never>> {
  log.error('list delivery failed', { institutionId, run, error });
  await untilFresh(async () => {
    const state = await deliveries.state(institutionId);
    if (state?.run !== run || !state.running) return;
    const ended = { ...state, running: false, version: state.version + 1 };
    await commit([deliveries.putState(ended), pushMarks.awaiting(institutionId)]);
  });
  return {};
}

export const handler = task(FailDelivery, failDelivery, servicesWithDelivery);
