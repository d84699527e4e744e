import type * as z from 'zod';
import { FailDelivery } from '../../workflows/financing-demand/delivery/steps.ts';
import { log } from '../shared/log.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { type ServicesWithEndpoints, servicesWithEndpoints } from './store/endpoint-services.ts';

/** A run broke: the next list, or a replay by hand, begins another. Nothing that was written is lost. */
export async function failDelivery(
  { institutionId, run, error }: z.output<typeof FailDelivery.input>,
  { deliveries, commit }: Pick<ServicesWithEndpoints, 'deliveries' | 'commit'>,
): Promise<Record<string, never>> {
  log.error('list delivery failed', { institutionId, run, error });
  await untilFresh(async () => {
    const state = await deliveries.state(institutionId);
    if (state?.run !== run || !state.running) return;
    await commit([deliveries.putState({ ...state, running: false, version: state.version + 1 })]);
  });
  return {};
}

export const handler = task(FailDelivery, failDelivery, servicesWithEndpoints);
