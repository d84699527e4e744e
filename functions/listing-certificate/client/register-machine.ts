import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
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
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: machineArnOf('department-register'),
            // The id of a load holds a random part, so that departments do not meet in it.
            name: loadId,
            input: JSON.stringify({ departmentId, loadId }),
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
  };
}
