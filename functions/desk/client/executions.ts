import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  ExecutionDoesNotExist,
  paginateGetExecutionHistory,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { Machine } from '../../../workflows/shared/execution/machine-states.ts';
import type { PastEvent } from '../../../workflows/shared/execution/state-visits.ts';

export interface FoundExecution {
  readonly status: string;
  readonly startedAt: Date;
  readonly stoppedAt?: Date;
  readonly error?: string;
  /** The one it began with, whatever was deployed since. */
  readonly definition: Machine;
  readonly history: readonly PastEvent[];
}

/** What Step Functions keeps of executions. */
export interface Executions {
  /** Undefined where there is none, or none any more: Step Functions forgets an execution 90 days after its end. */
  find(executionArn: string): Promise<FoundExecution | undefined>;
}

export function executions(client: SFNClient): Executions {
  return {
    async find(executionArn) {
      try {
        return await read(client, executionArn);
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return undefined;
        throw error;
      }
    },
  };
}

async function read(client: SFNClient, executionArn: string): Promise<FoundExecution> {
  const [described, machine, history] = await Promise.all([
    client.send(new DescribeExecutionCommand({ executionArn })),
    client.send(new DescribeStateMachineForExecutionCommand({ executionArn })),
    historyOf(client, executionArn),
  ]);
  return {
    status: described.status ?? 'RUNNING',
    startedAt: described.startDate ?? new Date(0),
    ...(described.stopDate && { stoppedAt: described.stopDate }),
    ...(described.error !== undefined && { error: described.error }),
    definition: JSON.parse(machine.definition ?? '{}') as Machine,
    history,
  };
}

/** All of it: an execution has at most 25,000 events. */
async function historyOf(client: SFNClient, executionArn: string): Promise<PastEvent[]> {
  const pages = paginateGetExecutionHistory({ client, pageSize: 1000 }, { executionArn });
  const events: PastEvent[] = [];
  for await (const page of pages) events.push(...(page.events ?? []));
  return events;
}
