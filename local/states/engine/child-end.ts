import type { JsonObject } from '../../json.ts';
import type { TaskAnswer } from '../integration/integration.ts';
import { readResource } from '../integration/resource.ts';
import { Payload } from '../payload.ts';
import type { Engine } from './engine.ts';
import type { Execution, Thread } from './execution.ts';
import { redriveStatusOf } from './redrivable.ts';

/** The end of a child execution as the result of `states:startExecution.sync:2`: its description, output as JSON. */
export function endOfChild(engine: Engine, child: Execution): TaskAnswer {
  const { row, outcome, arn } = child;
  const description: JsonObject = {
    ExecutionArn: arn,
    Input: child.input().value,
    InputDetails: { Included: true },
    Name: row.name,
    ...redriveOf(engine, child),
    StartDate: row.startedAt,
    StateMachineArn: engine.machines.arnOf(row.machine),
    Status: row.status,
    StopDate: row.stoppedAt ?? 0,
  };
  if (outcome?.status === 'SUCCEEDED') {
    const output = { ...description, Output: outcome.output.value, OutputDetails: { Included: true } };
    return { ok: true, output: Payload.ofValue(sortedByName(output)) };
  }
  const { error, cause } = outcome ?? {};
  const failed = {
    ...description,
    ...(error !== undefined && { Error: error }),
    ...(cause !== undefined && { Cause: cause }),
  };
  return {
    ok: false,
    error: 'States.TaskFailed',
    cause: JSON.stringify(sortedByName({ ...failed, Input: child.input().text })),
  };
}

function redriveOf(engine: Engine, { row, details }: Execution): JsonObject {
  const { status, reason } = redriveStatusOf(row, engine.clock.now());
  return {
    RedriveCount: details.redriveCount ?? 0,
    RedriveStatus: status,
    ...(reason !== undefined && { RedriveStatusReason: reason }),
  };
}

/** `.sync` gets Input and Output as JSON text, `.sync:2` as JSON. Source: developer guide, "Start a new execution". */
export function asAwaited(thread: Thread, output: Payload): Payload {
  const state = thread.graph.States[thread.state];
  const resource = state?.Type === 'Task' ? readResource(state.Resource) : undefined;
  if (resource?.kind !== 'integration' || resource.pattern !== 'sync') return output;
  const description = output.value as JsonObject;
  const texts = ['Input', 'Output'].map((name) => [name, JSON.stringify(description[name] ?? null)]);
  return Payload.ofValue({ ...description, ...Object.fromEntries(texts) });
}

function sortedByName(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}
