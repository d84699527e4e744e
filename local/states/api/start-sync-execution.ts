import { randomUUID } from 'node:crypto';
import { givenName } from '../engine/arns.ts';
import type { Execution } from '../engine/execution.ts';
import { ApiError } from './api-error.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { readInput } from './input.ts';
import { checkName } from './names.ts';
import { targetMachine } from './target-machine.ts';

/** What an Express execution is billed for at least; also what this runtime reports. Source: pricing of Step Functions. */
const billedMemoryMb = 64;

/** Runs an Express execution and answers with its end. */
export const startSyncExecution: ApiCall = async ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineArn');
  const name = fields.optionalText('name') ?? randomUUID();
  checkName(name);
  authorize('StartSyncExecution', arn);
  const { machine, revision } = targetMachine(engine, arn);
  if (machine.type !== 'EXPRESS') {
    throw new ApiError(
      'StateMachineTypeNotSupported',
      'This operation is not supported by this type of state machine',
    );
  }
  const input = readInput(fields.optionalText('input'));
  const execution = await engine.run({ machine, revision, name, input, details: {}, isSynchronous: true });
  return description(execution, machine.arn);
};

function description({ arn, row, outcome, input }: Execution, stateMachineArn: string): object {
  const stoppedAt = row.stoppedAt ?? row.startedAt;
  const included = { included: true };
  const billedMs = Math.max(100, Math.ceil((stoppedAt - row.startedAt) / 100) * 100);
  return {
    executionArn: arn,
    stateMachineArn,
    name: givenName(row.name),
    startDate: epochSeconds(row.startedAt),
    stopDate: epochSeconds(stoppedAt),
    status: outcome?.status,
    input: input().text,
    inputDetails: included,
    ...(outcome?.status === 'SUCCEEDED' && { output: outcome.output.text, outputDetails: included }),
    ...(outcome !== undefined &&
      outcome.status !== 'SUCCEEDED' && { error: outcome.error, cause: outcome.cause }),
    billingDetails: { billedDurationInMilliseconds: billedMs, billedMemoryUsedInMB: billedMemoryMb },
  };
}
