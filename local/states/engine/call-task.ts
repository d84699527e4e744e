import type { Caller } from '../../service.ts';
import type { TaskAnswer } from '../integration/integration.ts';
import { failureOf, invokeFunction, payloadOf } from '../integration/lambda-function.ts';
import { readResource } from '../integration/resource.ts';
import type { EngineContext } from './engine-context.ts';
import type { Execution, Thread } from './execution.ts';

/** Makes the call of one attempt of a task. Never rejects: whatever happens is an answer. */
export async function callTask(
  engine: EngineContext,
  execution: Execution,
  thread: Thread,
  attempt: number,
): Promise<TaskAnswer> {
  const state = thread.graph.States[thread.state];
  const parameters = thread.parameters;
  if (state?.Type !== 'Task' || parameters === undefined) return unknown(`'${thread.state}' is no task`);
  const caller: Caller = { kind: 'role', roleArn: thread.taskRole ?? execution.roleArn };
  const resource = readResource(state.Resource);
  if (resource.kind === 'unknown') return unknown(`the resource ${state.Resource} is not supported`);
  if (resource.kind === 'function') {
    const result = await invokeFunction(engine, caller, resource.functionArn, parameters);
    return result.ok ? { ok: true, output: payloadOf(result.payload) } : failureOf(result);
  }
  try {
    return await resource.integration.call({
      parameters,
      caller,
      pattern: resource.pattern,
      attempt: { execution: execution.row.id, thread: thread.id, attempt },
      executionArn: execution.arn,
      traceHeader: execution.details.traceHeader,
      engine,
    });
  } catch (error) {
    return unknown(error instanceof Error ? error.message : String(error));
  }
}

function unknown(cause: string): TaskAnswer {
  return { ok: false, error: 'States.Runtime', cause };
}
