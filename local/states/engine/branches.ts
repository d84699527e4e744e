import { withDetails } from '../history/event-text.ts';
import type { Payload } from '../payload.ts';
import type { Thread } from './execution.ts';
import { failState } from './fail-state.ts';
import { finishFork, startBranches } from './fork.ts';
import type { DonePhase, ForkPhase } from './phase.ts';
import { StateError } from './state-error.ts';
import type { Turn } from './turn.ts';

/** A branch or iteration has reached its end; the state around it goes on when it was the last. */
export function completeBranch(turn: Turn, thread: Thread, output: Payload): void {
  const { parent } = thread;
  if (parent === undefined) throw new Error('the main line is no branch');
  const fork = forkOf(parent);
  thread.input = output;
  thread.variables = undefined;
  const done: DonePhase = { kind: 'done', failed: false };
  turn.setPhase(thread, done);
  turn.dataChanged(thread);
  const lastEvent = thread.previousEvent;
  if (parent.graph.States[parent.state]?.Type === 'Map')
    recordIteration(turn, thread, 'MapIterationSucceeded');
  parent.previousEvent = thread.previousEvent;
  settle(turn, parent, { ...fork, running: fork.running - 1 }, lastEvent);
}

/** A branch has failed for good: the state around it fails, unless it is a Map that tolerates it. */
export function failBranch(turn: Turn, thread: Thread, parent: Thread, failure: StateError): void {
  const fork = forkOf(parent);
  // Another branch has failed the state already; this one is about to be taken away with the rest.
  if (fork.failed > (fork.tolerated ?? 0)) return;
  const isMap = parent.graph.States[parent.state]?.Type === 'Map';
  parent.previousEvent = thread.previousEvent;
  if (isMap) recordIteration(turn, thread, 'MapIterationFailed');
  const failed = fork.failed + 1;
  if (fork.tolerated === undefined || failed > fork.tolerated) {
    if (isMap) haltState(turn, thread, parent.previousEvent);
    turn.setPhase(parent, { ...fork, failed });
    turn.later(() => failState(turn, parent, isMap ? exceeded(fork, failure) : failure));
    return;
  }
  turn.setPhase(thread, { kind: 'done', failed: true });
  settle(turn, parent, { ...fork, failed, running: fork.running - 1 }, parent.previousEvent);
}

function exceeded(fork: ForkPhase, failure: StateError): StateError {
  if (fork.tolerated === undefined) return failure;
  return new StateError(
    'States.ExceedToleratedFailureThreshold',
    'The specified tolerated failure threshold was exceeded',
  );
}

/** `lastEvent`: what the iteration that comes next follows on, the last event of a state in the one that has ended. */
function settle(turn: Turn, parent: Thread, fork: ForkPhase, lastEvent: number): void {
  turn.setPhase(parent, fork);
  if (fork.running === 0 && fork.next >= fork.total) turn.later(() => finishFork(turn, parent));
  else startBranches(turn, parent, lastEvent);
}

/** The fork a Parallel or Map state stands in. */
export function forkOf(thread: Thread): ForkPhase {
  if (thread.phase.kind !== 'fork') throw new Error(`state '${thread.state}' has no branches running`);
  return thread.phase;
}

export function recordIteration(turn: Turn, thread: Thread, type: string): void {
  turn.record(thread, type, iterationDetails(thread, type));
}

function iterationDetails(thread: Thread, type: string): string {
  const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
  return withDetails(field, { name: thread.parent?.state, index: thread.index });
}

/** Ends all branches below the state, recording what is thereby aborted, and takes them away. */
export function abortBranches(turn: Turn, parent: Thread): void {
  haltBranches(turn, parent);
  removeBranches(turn, parent);
}

/**
 * Ends all branches below the state, recording what is thereby aborted; a redrive can take them up again.
 * @param reason the event because of which they end, on which those of the abortion follow
 */
export function haltBranches(turn: Turn, parent: Thread, reason = parent.previousEvent): void {
  if (parent.phase.kind === 'mapRun') abandonWork(turn, parent);
  if (parent.phase.kind !== 'fork') return;
  const isMap = parent.graph.States[parent.state]?.Type === 'Map';
  const type = 'MapIterationAborted';
  for (const thread of childrenOf(turn, parent)) {
    if (thread.phase.kind === 'done' || thread.phase.kind === 'halted') continue;
    if (isMap) turn.recordBeside(thread, type, iterationDetails(thread, type), reason);
    haltState(turn, thread, reason);
  }
}

/** Takes everything below the branch away. */
export function removeBranches(turn: Turn, parent: Thread): void {
  const { phase } = parent;
  const mayHaveBranches =
    phase.kind === 'fork' || phase.kind === 'done' || (phase.kind === 'halted' && phase.fork);
  if (!mayHaveBranches) return;
  for (const thread of childrenOf(turn, parent)) {
    removeBranches(turn, thread);
    turn.remove(thread);
  }
}

/** A branch ends in the middle of a state. */
function haltState(turn: Turn, thread: Thread, reason: number): void {
  if (thread.phase.kind === 'halted') return;
  haltBranches(turn, thread, reason);
  abandonWork(turn, thread);
  const type = thread.graph.States[thread.state]?.Type ?? '';
  const hasEntered = thread.phase.kind !== 'ready' || thread.phase.entered;
  if (hasEntered && abortable.has(type)) turn.recordBeside(thread, `${type}StateAborted`, '', reason);
  turn.halt(thread);
}

/** Types of state for which the history has an Aborted event. Source: API reference, HistoryEvent, type. */
const abortable: ReadonlySet<string> = new Set(['Task', 'Wait', 'Parallel', 'Map']);

/** The branches directly below a state, by index. */
export function childrenOf(turn: Turn, parent: Thread): readonly Thread[] {
  const children: Thread[] = [];
  for (const thread of turn.execution.threads.values()) if (thread.parent === parent) children.push(thread);
  return children.sort((one, other) => one.index - other.index);
}

/** A task or Map that is given up takes the executions with it that it started and waited for. */
export function abandonWork(turn: Turn, { phase }: Thread): void {
  if (phase.kind === 'mapRun' && phase.isOver !== true) {
    const run = turn.engine.machines.mapRun(phase.mapRun);
    if (run?.status !== 'RUNNING') return;
    turn.putMapRun({ ...run, status: 'ABORTED', stoppedAt: turn.now });
    turn.afterwards(() => turn.engine.abandonMapRun(run.number));
  }
  if (phase.kind !== 'task' || phase.child === undefined) return;
  const { child } = phase;
  turn.afterwards(() => turn.engine.abandonChild(child));
}
