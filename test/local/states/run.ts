import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Harness } from './harness.ts';

let machineCount = 0;

/** Creates a machine under a new name; returns its ARN. */
export async function createMachine(client: SFNClient, definition: object): Promise<string> {
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({
      name: `machine-${++machineCount}`,
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
      roleArn: 'arn:aws:iam::000000000000:role/machine',
    }),
  );
  return stateMachineArn ?? '';
}

export async function start(
  client: SFNClient,
  stateMachineArn: string,
  input: unknown = {},
): Promise<string> {
  const started = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  return started.executionArn ?? '';
}

/** Resolves when the execution is over. */
export async function end(harness: Harness, executionArn: string): Promise<DescribeExecutionCommandOutput> {
  const ended = new Promise<void>((resolve) => {
    const stopListening = harness.states.engine.onEnd((execution) => {
      if (execution.arn !== executionArn) return;
      stopListening();
      resolve();
    });
  });
  const described = await harness.client.send(new DescribeExecutionCommand({ executionArn }));
  if (described.status !== 'RUNNING') return described;
  await ended;
  return harness.client.send(new DescribeExecutionCommand({ executionArn }));
}

export async function history(client: SFNClient, executionArn: string): Promise<readonly HistoryEvent[]> {
  const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  return events ?? [];
}

export interface Ran {
  readonly status: string | undefined;
  readonly output: unknown;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly types: readonly (string | undefined)[];
  readonly events: readonly HistoryEvent[];
}

/** Creates the machine, starts it and waits for its end. */
export async function run(harness: Harness, definition: object, input: unknown = {}): Promise<Ran> {
  const arn = await start(harness.client, await createMachine(harness.client, definition), input);
  const { status, output, error, cause } = await end(harness, arn);
  const events = await history(harness.client, arn);
  return {
    status,
    output: output === undefined ? undefined : JSON.parse(output),
    error,
    cause,
    types: events.map(({ type }) => type),
    events,
  };
}
