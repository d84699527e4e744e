import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';

/** One execution of a machine: the name makes a second start of the same be refused for 90 days. */
interface NamedExecution {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly input: unknown;
}

/**
 * Begins an execution, once. `existed`: it was begun before, and may be under way or over.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export async function startOnce(
  client: SFNClient,
  { stateMachineArn, name, input }: NamedExecution,
): Promise<'begun' | 'existed'> {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    return 'begun';
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return 'existed';
    throw error;
  }
}
