import { stateEntered } from '../history/event-text.ts';
import { enterState } from '../state/handlers.ts';
import type { Thread } from './execution.ts';
import { failExecution, failState } from './fail-state.ts';
import { HistoryLimitReached, StateError } from './state-error.ts';
import type { Turn } from './turn.ts';

/** After so many events a turn is stored, so that a long run of steps neither blocks the others nor piles up. */
const eventsPerTurn = 500;

/** Makes all steps that can be made now, up to a limit. */
export function advance(turn: Turn): Promise<void> {
  return withinHistoryLimit(turn, async () => {
    while (turn.recorded < eventsPerTurn && (await makeOneStep(turn)));
    await finishTransitions(turn);
  });
}

/** Completes what has begun, so that nothing comes between. */
export async function finishTransitions(turn: Turn): Promise<void> {
  for (let next = turn.nextTransition(); next !== undefined; next = turn.nextTransition()) await next();
}

/** Ends the execution when it has used up its quota of events. */
export async function withinHistoryLimit(turn: Turn, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof HistoryLimitReached)) throw error;
    const cause = 'The execution reached the maximum number of history events (25000).';
    failExecution(turn, turn.execution.row.lastEvent, new StateError('States.Runtime', cause));
  }
}

async function makeOneStep(turn: Turn): Promise<boolean> {
  const transition = turn.nextTransition();
  if (transition !== undefined) {
    await transition();
    return true;
  }
  const thread = turn.execution.ready.shift();
  if (thread === undefined) return false;
  const isCurrent = turn.execution.threads.get(thread.id) === thread && thread.phase.kind === 'ready';
  if (isCurrent) await attemptStep(turn, thread, () => doStep(turn, thread));
  return true;
}

async function doStep(turn: Turn, thread: Thread): Promise<void> {
  const state = thread.graph.States[thread.state];
  if (state === undefined || thread.phase.kind !== 'ready')
    throw new Error(`no state '${thread.state}' to step`);
  if (!thread.phase.entered) {
    thread.enteredAt = turn.now;
    thread.enteredEvent = turn.record(
      thread,
      `${state.Type}StateEntered`,
      stateEntered(thread.state, thread.input),
    );
    thread.phase = { kind: 'ready', entered: true };
  }
  await enterState(turn, thread, state);
}

/** A fault of this runtime fails the one execution, visibly, and no other. */
function unexpected(error: unknown): StateError {
  return new StateError('States.Runtime', error instanceof Error ? error.message : String(error));
}

/** Does part of a state's work; an error of the state goes to its Retry and Catch. */
export async function attemptStep(turn: Turn, thread: Thread, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof HistoryLimitReached) throw error;
    await failState(turn, thread, error instanceof StateError ? error : unexpected(error));
  }
}
