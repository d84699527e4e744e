import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { machineArnOf } from '../../shared/config.ts';

/** The machine that draws up the lists of a day. */
export interface ListMachine {
  /** Begins the lists of a day, once; answers also where they were begun before. */
  start(on: string): Promise<void>;
}

export function listMachine(client: SFNClient): ListMachine {
  return {
    async start(on) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: machineArnOf('financing-lists'),
            name: `lists-${on}`,
            input: JSON.stringify({ on }),
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
  };
}
