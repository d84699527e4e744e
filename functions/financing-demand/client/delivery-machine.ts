import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { DeliveryState } from '../../../workflows/financing-demand/delivery/contract.ts';
import { machineArnOf } from '../../shared/config.ts';

/** The machine that pushes lists. */
export interface DeliveryMachine {
  /** Begins a run, once; answers also where it was begun before. */
  start(run: Pick<DeliveryState, 'institutionId' | 'run'>): Promise<void>;
}

export function deliveryMachine(client: SFNClient): DeliveryMachine {
  return {
    async start({ institutionId, run }) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: machineArnOf('list-delivery'),
            name: `${institutionId}-${run}`,
            input: JSON.stringify({ institutionId, run }),
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
  };
}
