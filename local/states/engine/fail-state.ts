import type { JsonObject } from '../../json.ts';
import type { Catcher, Retrier } from '../definition/machine.ts';
import { withDetails } from '../history/event-text.ts';
import { Payload } from '../payload.ts';
import { abortBranches, failBranch, haltBranches, removeBranches } from './branches.ts';
import type { Thread } from './execution.ts';
import { finishState } from './finish-state.ts';
import { chooseCatcher, chooseRetrier, retryDelayMs } from './retry-policy.ts';
import { StateError } from './state-error.ts';
import type { Turn } from './turn.ts';

/** The state's work has failed: Retry, else Catch, else the branch fails. */
export async function failState(turn: Turn, thread: Thread, failure: StateError): Promise<void> {
  const state = thread.graph.States[thread.state];
  if (state === undefined || !('Retry' in state || 'Catch' in state))
    return failThread(turn, thread, failure);
  if (retry(turn, thread, state.Retry ?? [], failure)) return;
  const caught = chooseCatcher(state.Catch ?? [], failure.error, failure.alias);
  if (caught === undefined) return failThread(turn, thread, failure);
  giveUpState(turn, thread);
  try {
    await catchFailure(turn, thread, caught.catcher, caught.index, failure);
  } catch (second) {
    if (!(second instanceof StateError)) throw second;
    failBranchOf(turn, thread, second);
  }
}

/** Starts the pause before another attempt, if a retrier allows one. */
function retry(turn: Turn, thread: Thread, retriers: readonly Retrier[], failure: StateError): boolean {
  const chosen = chooseRetrier(retriers, failure.error, failure.alias);
  if (chosen === undefined) return false;
  const used = thread.retries[chosen.index] ?? 0;
  if (used >= (chosen.retrier.MaxAttempts ?? 3)) return false;
  abortBranches(turn, thread);
  thread.retries = retriers.map(
    (_, index) => (thread.retries[index] ?? 0) + (index === chosen.index ? 1 : 0),
  );
  turn.setPhase(thread, { kind: 'backoff', until: turn.now + retryDelayMs(chosen.retrier, used) });
  return true;
}

async function catchFailure(
  turn: Turn,
  thread: Thread,
  catcher: Catcher,
  index: number,
  failure: StateError,
): Promise<void> {
  removeBranches(turn, thread);
  const errorOutput = errorOutputOf(failure);
  const ending = { ...catcher, next: catcher.Next, place: `Catch[${index}]/` };
  await finishState(turn, thread, ending, Payload.ofValue(errorOutput), { errorOutput });
}

/** `$states.errorOutput` */
function errorOutputOf({ error, causeText }: StateError): JsonObject {
  return {
    ...(error !== undefined && { Error: error }),
    ...(causeText !== undefined && { Cause: causeText }),
  };
}

/** Nothing catches the failure in this state: its branch, or the execution, fails. */
export function failThread(turn: Turn, thread: Thread, failure: StateError): void {
  giveUpState(turn, thread);
  failBranchOf(turn, thread, failure);
}

/**
 * The state is not tried again. A Parallel or Map is recorded as failed, be the failure caught or not.
 * Source: LocalStack's recordings, scenarios/test_base_scenarios, test_map_state_catch.
 */
function giveUpState(turn: Turn, thread: Thread): void {
  haltBranches(turn, thread);
  const type = thread.graph.States[thread.state]?.Type;
  if (type === 'Parallel' || type === 'Map') turn.record(thread, `${type}StateFailed`, '');
}

function failBranchOf(turn: Turn, thread: Thread, failure: StateError): void {
  const { parent } = thread;
  if (parent === undefined) {
    failExecution(turn, thread.previousEvent, failure);
    return;
  }
  // Failed as a whole, such a state is not aborted together with what is around it.
  if (thread.phase.kind === 'fork') turn.halt(thread);
  failBranch(turn, thread, parent, failure);
}

/** Ends the execution as FAILED. */
export function failExecution(turn: Turn, previousEvent: number, { error, causeText }: StateError): void {
  const details = { error, cause: causeText };
  turn.recordForExecution(
    previousEvent,
    'ExecutionFailed',
    withDetails('executionFailedEventDetails', details),
  );
  turn.end({
    status: 'FAILED',
    ...(error !== undefined && { error }),
    ...(causeText !== undefined && { cause: causeText }),
  });
}
