import type { SFNClient } from '@aws-sdk/client-sfn';
import { startOnce } from '../../shared/client/start-once.ts';
import { machineArnOf } from '../../shared/config.ts';

/** The machine that draws up the lists of a day. */
export interface ListMachine {
  /** Begins the lists of a day, once; answers also where they were begun before. */
  start(on: string): Promise<void>;
}

export function listMachine(client: SFNClient): ListMachine {
  return {
    async start(on) {
      const stateMachineArn = machineArnOf('financing-lists');
      await startOnce(client, { stateMachineArn, name: `lists-${on}`, input: { on } });
    },
  };
}
