import type { JsonValue } from '../../json.ts';
import { withDetails } from '../history/event-text.ts';
import { Payload } from '../payload.ts';
import { childrenOf, forkOf, recordIteration, removeBranches } from './branches.ts';
import type { Thread } from './execution.ts';
import { checkSize, finishState } from './finish-state.ts';
import { attemptStep } from './step.ts';
import { childGraph } from './thread-storage.ts';
import type { Turn } from './turn.ts';

export interface ForkPlan {
  readonly total: number;
  /** How many branches run at once. */
  readonly concurrency: number;
  readonly tolerated?: number;
}

/** A Parallel or Map state starts its branches; at once finished when there are none. */
export function startFork(turn: Turn, thread: Thread, plan: ForkPlan): void {
  const isMap = thread.graph.States[thread.state]?.Type === 'Map';
  const startedEvent = isMap
    ? turn.record(
        thread,
        'MapStateStarted',
        withDetails('mapStateStartedEventDetails', { length: plan.total }),
      )
    : turn.record(thread, 'ParallelStateStarted', '');
  turn.setPhase(thread, { kind: 'fork', startedEvent, next: 0, running: 0, failed: 0, ...plan });
  if (plan.total === 0) turn.later(() => finishFork(turn, thread));
  else startBranches(turn, thread);
}

/** Starts as many further branches as may run; their first events follow on `after`. */
export function startBranches(turn: Turn, thread: Thread, after = forkOf(thread).startedEvent): void {
  const fork = forkOf(thread);
  const last = Math.min(fork.total, fork.next + fork.concurrency - fork.running);
  if (last <= fork.next) return;
  for (let index = fork.next; index < last; index++) startBranch(turn, thread, index, after);
  turn.setPhase(thread, { ...fork, next: last, running: fork.running + last - fork.next });
}

function startBranch(turn: Turn, thread: Thread, index: number, after: number): void {
  const state = thread.graph.States[thread.state];
  const graph = childGraph(thread, index);
  if (state?.Type !== 'Map') {
    const branch = turn.fork(thread, index, graph, thread.parameters ?? thread.input);
    branch.previousEvent = after;
    return;
  }
  const value: JsonValue = thread.items?.[index] ?? null;
  const inputs = thread.parameters?.value as readonly JsonValue[] | undefined;
  const input = Payload.ofValue(inputs === undefined ? value : (inputs[index] ?? null));
  const iteration = turn.fork(thread, index, graph, input, { Index: index, Value: value });
  iteration.previousEvent = after;
  recordIteration(turn, iteration, 'MapIterationStarted');
}

/** All branches have ended: their outputs, in order, are the state's result. */
export async function finishFork(turn: Turn, thread: Thread): Promise<void> {
  const state = thread.graph.States[thread.state];
  if (state?.Type !== 'Parallel' && state?.Type !== 'Map') throw new Error(`'${thread.state}' does not fork`);
  await attemptStep(turn, thread, async () => {
    const children = childrenOf(turn, thread);
    const outputs = children
      .filter(({ phase }) => phase.kind === 'done' && !phase.failed)
      .map(({ input }) => input.text);
    const result = Payload.ofText(`[${outputs.join(',')}]`);
    turn.recordBeside(thread, `${state.Type}StateSucceeded`, '');
    removeBranches(turn, thread);
    // Should Output fail, there is nothing left to take up again: the state is done again as a whole.
    thread.phase = { kind: 'ready', entered: true };
    checkSize(thread, result);
    await finishState(turn, thread, { ...state, next: state.Next }, result, { result: () => result.value });
  });
}
