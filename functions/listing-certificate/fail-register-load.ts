import { FailRegisterLoad } from '../../workflows/listing-certificate/register/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { log } from '../shared/log.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { tellOfLoad } from './register/tell-of-load.ts';
import type { LoadKey } from './store/register-records.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

type FailureServices = Pick<ServicesWithRegisters, 'registers' | 'outbox' | 'commit' | 'now'>;

/** Makes breakage visible: the load is FAILED, the register stays as it was. A load that became the register is left alone. */
export async function failRegisterLoad(
  { departmentId, loadId, error }: LoadKey & { readonly error: string },
  { registers, outbox, commit, now }: FailureServices,
): Promise<{ departmentId: string; loadIds: string[] }> {
  log.error('register load failed', { departmentId, loadId, error });
  return untilFresh(async () => {
    const key = { departmentId, loadId };
    const load = await registers.load(key);
    if (!load || load.status === 'LOADED') return { departmentId, loadIds: [] };
    if (load.status === 'AWAITING_FILE' || load.status === 'LOADING') {
      const endedAt = localInstant(now());
      await commit([
        registers.end(key, { status: 'FAILED', endedAt }),
        ...tellOfLoad(outbox, load, { status: 'FAILED' }, endedAt),
      ]);
    }
    return { departmentId, loadIds: [loadId] };
  });
}

export const handler = task(FailRegisterLoad, failRegisterLoad, servicesWithRegisters);
