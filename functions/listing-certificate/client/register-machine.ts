import type { SFNClient } from '@aws-sdk/client-sfn';
import { startOnce } from '../../shared/client/start-once.ts';
import { machineArnOf } from '../../shared/config.ts';
import type { LoadKey } from '../store/register-records.ts';

/** The machine that loads registers. */
export interface RegisterMachine {
  /** Begins a load, once; answers also where it was begun before. */
  start(load: LoadKey): Promise<void>;
}

export function registerMachine(client: SFNClient): RegisterMachine {
  return {
    async start({ departmentId, loadId }) {
      // The id of a load holds a random part, so that departments do not meet in it.
      const input = { departmentId, loadId };
      await startOnce(client, { stateMachineArn: machineArnOf('department-register'), name: loadId, input });
    },
  };
}
