import type { JsonObject, JsonValue } from '../../json.ts';
import type { Assignments, Template } from '../definition/machine.ts';
import { stateExited, withOutput } from '../history/event-text.ts';
import { Payload } from '../payload.ts';
import { completeBranch } from './branches.ts';
import { type Extras, evaluate, executing, failEvaluation } from './evaluation.ts';
import type { Thread } from './execution.ts';
import { StateError } from './state-error.ts';
import type { Turn } from './turn.ts';

/** The Assign and Output of a state, a choice rule or a catcher, and where the branch goes from there. */
export interface Ending {
  readonly Assign?: Assignments;
  readonly Output?: Template;
  /** Undefined: the branch ends here. */
  readonly next: string | undefined;
  /** `Catch[0]/` or the like, before the names of the two fields. */
  readonly place?: string;
}

/** The cause of States.DataLimitExceeded, for a state or for what a task calls. Source: LocalStack's recordings, test_states_errors. */
export function tooLarge(name: string): string {
  return `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`;
}

export function checkSize(thread: Thread, payload: Payload): void {
  if (payload.isTooLarge) throw new StateError('States.DataLimitExceeded', tooLarge(thread.state));
}

/**
 * Does what comes after a state's work: Assign and Output (both see the variables as they were), the exit event, the transition.
 * @param fallback the state's output when there is no Output
 */
export async function finishState(
  turn: Turn,
  thread: Thread,
  ending: Ending,
  fallback: Payload,
  extras: Extras = {},
): Promise<void> {
  const place = ending.place ?? '';
  const assigned = await assignments(turn, thread, ending.Assign, `${place}Assign`, extras);
  const output =
    ending.Output === undefined
      ? fallback
      : Payload.ofValue(await evaluate(turn, thread, ending.Output, `${place}Output`, extras));
  checkSize(thread, output);
  leave(turn, thread, ending.next, output, assigned);
}

async function assignments(
  turn: Turn,
  thread: Thread,
  assign: Assignments | undefined,
  field: string,
  extras: Extras,
): Promise<Readonly<Record<string, JsonValue>> | undefined> {
  if (assign === undefined) return undefined;
  const assigned = (await evaluate(turn, thread, assign, field, extras)) as JsonObject;
  if (Payload.ofValue(assigned).isTooLarge) {
    failEvaluation(turn, thread, 'The size of the assigned variables exceeds the limit of 256 KiB.', field);
  }
  return assigned;
}

/** Records the exit and moves on: to the next state, or to the end of the branch. */
function leave(
  turn: Turn,
  thread: Thread,
  next: string | undefined,
  output: Payload,
  assigned: Readonly<Record<string, JsonValue>> | undefined,
): void {
  const state = thread.graph.States[thread.state];
  if (state === undefined) throw new Error(`${executing(thread)} It does not exist.`);
  turn.record(thread, `${state.Type}StateExited`, stateExited(thread.state, output, assigned));
  if (assigned !== undefined) thread.variables = { ...thread.variables, ...assigned };
  thread.input = output;
  thread.parameters = undefined;
  thread.items = undefined;
  thread.retries = [];
  turn.dataChanged(thread);
  if (next === undefined) {
    endBranch(turn, thread, output);
    return;
  }
  thread.state = next;
  turn.setPhase(thread, { kind: 'ready', entered: false });
}

function endBranch(turn: Turn, thread: Thread, output: Payload): void {
  if (thread.parent !== undefined) {
    completeBranch(turn, thread, output);
    return;
  }
  turn.recordForExecution(
    thread.previousEvent,
    'ExecutionSucceeded',
    withOutput('executionSucceededEventDetails', output),
  );
  turn.end({ status: 'SUCCEEDED', output });
}
