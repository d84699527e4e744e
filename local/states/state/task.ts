import type { JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { TaskState } from '../definition/machine.ts';
import { evaluate, executing } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import { checkSize } from '../engine/finish-state.ts';
import { StateError } from '../engine/state-error.ts';
import type { Turn } from '../engine/turn.ts';
import { taskEvents } from '../history/task-events.ts';
import type { Integration } from '../integration/integration.ts';
import { readResource, type TaskResource } from '../integration/resource.ts';
import { Payload } from '../payload.ts';
import { requireType } from './require-type.ts';
import { wholeSeconds } from './whole-seconds.ts';

/** Starts an attempt: the call itself is made when its TaskScheduled event is on the disk. */
export async function enterTask(turn: Turn, thread: Thread, state: TaskState): Promise<void> {
  const resource = readResource(state.Resource);
  const awaitsToken = resource.kind === 'integration' && resource.pattern === 'token';
  // The next event is TaskScheduled, unless an expression fails, and then the token is never used.
  const attempt = turn.execution.row.lastEvent + 1;
  const taskToken = awaitsToken
    ? turn.engine.tokens.issue({ execution: turn.execution.row.id, thread: thread.id, attempt })
    : undefined;
  const extras = taskToken === undefined ? {} : { taskToken };
  const parameters =
    state.Arguments === undefined
      ? thread.input
      : Payload.ofValue(await evaluate(turn, thread, state.Arguments, 'Arguments', extras));
  const timeoutSeconds = await seconds(turn, thread, state.TimeoutSeconds, 'TimeoutSeconds');
  const heartbeatSeconds = await seconds(turn, thread, state.HeartbeatSeconds, 'HeartbeatSeconds');
  const role = await roleOf(turn, thread, state);
  checkSize(thread, parameters);
  checkArguments(thread, resource, parameters.value);
  thread.parameters = parameters;
  thread.taskRole = role;
  turn.dataChanged(thread);
  const events = taskEvents(state.Resource);
  events.scheduled(turn, thread, { parameters, timeoutSeconds, heartbeatSeconds, role });
  events.started(turn, thread);
  const heartbeatMs = heartbeatSeconds === undefined ? undefined : heartbeatSeconds * 1000;
  turn.setPhase(thread, {
    kind: 'task',
    attempt,
    awaitsToken,
    submitted: false,
    ...(timeoutSeconds !== undefined && { timeoutAt: turn.now + timeoutSeconds * 1000 }),
    ...(heartbeatMs !== undefined && { heartbeatMs, heartbeatAt: turn.now + heartbeatMs }),
  });
  turn.startTask(thread);
}

async function seconds(
  turn: Turn,
  thread: Thread,
  template: JsonValue | undefined,
  field: string,
): Promise<number | undefined> {
  return template === undefined ? undefined : wholeSeconds(turn, thread, template, { field, least: 1 });
}

async function roleOf(turn: Turn, thread: Thread, { Credentials }: TaskState): Promise<string | undefined> {
  if (Credentials === undefined) return undefined;
  const field = 'Credentials/RoleArn';
  const value = await evaluate(turn, thread, Credentials.RoleArn, field);
  return requireType(turn, thread, { value, template: Credentials.RoleArn, field, type: 'string' });
}

/** Source of the wording: the developer guide names States.Runtime for a task whose parameters cannot be used. */
function checkArguments(thread: Thread, resource: TaskResource, parameters: JsonValue): void {
  if (resource.kind === 'function') return;
  if (resource.kind === 'unknown') {
    throw new StateError(
      'States.Runtime',
      `${executing(thread)} The resource is not supported by this runtime.`,
    );
  }
  if (!isJsonObject(parameters)) {
    throw new StateError(
      'States.Runtime',
      `${executing(thread)} The Parameters must be a JSON object: ${JSON.stringify(parameters)}`,
    );
  }
  const missing = missingArgument(resource.integration, parameters);
  if (missing === undefined) return;
  throw new StateError(
    'States.Runtime',
    `${executing(thread)} The field '${missing}' is required but was missing`,
  );
}

function missingArgument(
  { required = [] }: Integration,
  given: { readonly [name: string]: JsonValue },
): string | undefined {
  return required.find((name) => given[name] === undefined);
}
