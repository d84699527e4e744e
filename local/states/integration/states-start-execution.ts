import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '../../json.ts';
import { Payload } from '../payload.ts';
import { argumentsOf, type Integration, type TaskAnswer, type TaskRequest } from './integration.ts';
import { httpMetadata, serviceFailure, textOf } from './service-result.ts';

const style = {
  errorPrefix: 'StepFunctions',
  generalException: 'AWSStepFunctionsException',
  serviceName: 'AWSStepFunctions',
  kind: 'optimized',
} as const;

/** `arn:aws:states:::states:startExecution`. Source: developer guide, "Start a new execution from a running execution". */
export const statesStartExecution: Integration = {
  resourceType: 'states',
  resource: 'startExecution',
  patterns: ['request', 'sync', 'sync:2', 'token'],
  required: ['StateMachineArn'],
  call,
};

async function call(request: TaskRequest): Promise<TaskAnswer> {
  const { StateMachineArn, Name, Input, TraceHeader } = argumentsOf(request);
  const awaitsEnd = request.pattern === 'sync' || request.pattern === 'sync:2';
  try {
    const started = await request.engine.startChild({
      caller: request.caller,
      machineArn: String(StateMachineArn),
      name: nameOf(request, Name),
      input: textOf(Input ?? {}),
      startedBy: request.attempt,
      awaitsEnd,
      ...(typeof TraceHeader === 'string' && { traceHeader: TraceHeader }),
    });
    const answer: JsonObject = { ExecutionArn: started.executionArn, StartDate: started.startedAt };
    const output = Payload.ofValue({ ...answer, ...httpMetadata(answer) });
    return { ok: true, output, ...(awaitsEnd && { child: started.id }) };
  } catch (error) {
    return serviceFailure(error, style);
  }
}

/** A name that is the same when the attempt is made again after a restart: then it finds the execution it started. */
function nameOf({ attempt }: TaskRequest, given: JsonValue | undefined): string {
  if (typeof given === 'string') return given;
  const digest = createHash('sha256')
    .update(`${attempt.execution}.${attempt.thread}.${attempt.attempt}`)
    .digest('hex');
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 16),
    digest.slice(16, 20),
    digest.slice(20, 32),
  ];
  return parts.join('-');
}
