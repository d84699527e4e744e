import {
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { ErrorName } from '../../../workflows/shared/error-names.ts';
import { machineArnOf } from '../config.ts';
import { startOnce } from './start-once.ts';

/** The state machines of all workflows. */
export interface Machines {
  /** Begins the execution of a case's attempt; answers also where it was begun before. */
  start(execution: { caseId: string; workflow: string; attempt: number }): Promise<void>;
  /** Lets a waiting step go on. `dead`: the step waits no more for this token (timed out, ended, or told before). */
  succeed(taskToken: string, output: unknown): Promise<'told' | 'dead'>;
  /** Lets a waiting step fail with this error, which its machine catches. */
  fail(taskToken: string, error: ErrorName): Promise<'told' | 'dead'>;
}

export function machines(client: SFNClient, arnOf: (workflow: string) => string = machineArnOf): Machines {
  return {
    async start({ caseId, workflow, attempt }) {
      const name = executionName({ caseId, attempt });
      await startOnce(client, { stateMachineArn: arnOf(workflow), name, input: { caseId } });
    },
    succeed: (taskToken, output) =>
      signalled(client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))),
    fail: (taskToken, error) => signalled(client.send(new SendTaskFailureCommand({ taskToken, error }))),
  };
}

async function signalled(sent: Promise<unknown>): Promise<'told' | 'dead'> {
  try {
    await sent;
    return 'told';
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return 'dead';
    throw error;
  }
}

/** One name per attempt of a case: a second start of the same is refused by Step Functions for 90 days. */
export function executionName({ caseId, attempt }: { caseId: string; attempt: number }): string {
  return attempt === 1 ? caseId : `${caseId}-${attempt}`;
}
