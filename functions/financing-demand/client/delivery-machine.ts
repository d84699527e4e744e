import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  ExecutionStatus,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { DeliveryState } from '../../../workflows/financing-demand/delivery/contract.ts';
import { startOnce } from '../../shared/client/start-once.ts';
import { executionArnOf, machineArnOf } from '../../shared/config.ts';

type Run = Pick<DeliveryState, 'institutionId' | 'run'>;

/** The machine that pushes lists. */
export interface DeliveryMachine {
  /** Begins a run, once. `existed`: it was begun before, and may be under way or over. */
  start(run: Run): Promise<'begun' | 'existed'>;
  /** Whether a run that was begun is over, well or not. Only functions that may read executions ask. */
  hasEnded(run: Run): Promise<boolean>;
}

export function deliveryMachine(client: SFNClient): DeliveryMachine {
  return {
    start({ institutionId, run }) {
      const input = { institutionId, run };
      return startOnce(client, { stateMachineArn: machineArnOf(MACHINE), name: nameOf(input), input });
    },
    async hasEnded(run) {
      const executionArn = executionArnOf(MACHINE, nameOf(run));
      try {
        const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
        return status !== ExecutionStatus.RUNNING;
      } catch (error) {
        // Step Functions forgets an execution 90 days after its end.
        if (error instanceof ExecutionDoesNotExist) return true;
        throw error;
      }
    },
  };
}

const MACHINE = 'list-delivery';
const nameOf = ({ institutionId, run }: Run) => `${institutionId}-${run}`;
