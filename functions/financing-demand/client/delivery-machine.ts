import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ExecutionStatus,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { DeliveryState } from '../../../workflows/financing-demand/delivery/contract.ts';
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
    async start({ institutionId, run }) {
      const stateMachineArn = machineArnOf(MACHINE);
      const name = nameOf({ institutionId, run });
      const input = JSON.stringify({ institutionId, run });
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
        return 'begun';
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return 'existed';
        throw error;
      }
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
