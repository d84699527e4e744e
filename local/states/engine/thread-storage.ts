import type { StateGraph } from '../definition/machine.ts';
import { Payload } from '../payload.ts';
import type { ThreadMarks, ThreadRow } from '../store/rows.ts';
import type { StoredThread } from '../store/store.ts';
import type { Thread } from './execution.ts';
import type { Phase, ThreadData } from './phase.ts';

/** Pseudo branch whose timer is the deadline of the whole execution. */
export const deadlineThread = -1;

type Progress = readonly [
  parent: number,
  index: number,
  state: string,
  enteredEvent: number,
  enteredAt: number,
  previousEvent: number,
  retries: readonly number[],
  phase: Phase,
];

/** The branch as a row; `withData` when its input, variables or parameters changed since it was last stored. */
export function toThreadRow(thread: Thread, withData: boolean): ThreadRow {
  const progress: Progress = [
    thread.parent?.id ?? -1,
    thread.index,
    thread.state,
    thread.enteredEvent,
    thread.enteredAt,
    thread.previousEvent,
    thread.retries,
    thread.phase,
  ];
  return {
    thread: thread.id,
    progress: JSON.stringify(progress),
    data: withData || thread.stored === undefined ? dataText(thread) : undefined,
    marks: marksOf(thread.phase),
    stored: thread.stored,
  };
}

/** Written by hand: payloads are JSON text already and need not be parsed to be stored. */
function dataText(thread: Thread): string {
  const data: ThreadData = {
    input: thread.input.text,
    ...(thread.variables && { variables: thread.variables }),
    ...(thread.item && { item: thread.item }),
    ...(thread.parameters && { parameters: thread.parameters.text }),
    ...(thread.taskRole !== undefined && { taskRole: thread.taskRole }),
    ...(thread.items && { items: thread.items }),
  };
  return JSON.stringify(data);
}

export function marksOf(phase: Phase): ThreadMarks {
  return { due: dueAt(phase), running: isRunning(phase) };
}

/** When the branch's timer fires. */
function dueAt(phase: Phase): number | null {
  if (phase.kind === 'wait' || phase.kind === 'backoff') return phase.until;
  if (phase.kind !== 'task') return null;
  const due = Math.min(phase.timeoutAt ?? Infinity, phase.heartbeatAt ?? Infinity);
  return due === Infinity ? null : due;
}

/** Whether a restart must take this branch up at once: a call is under way, or a step is to be made. */
function isRunning(phase: Phase): boolean {
  if (phase.kind === 'task') return !phase.submitted || phase.child !== undefined;
  return phase.kind === 'ready' || phase.kind === 'mapRun';
}

/** The branches of a stored execution, parents before children. */
export function readThreads(rows: readonly StoredThread[], machine: StateGraph): Map<number, Thread> {
  const threads = new Map<number, Thread>();
  for (const row of rows) {
    if (row.thread === deadlineThread) continue;
    threads.set(row.thread, readThread(row, threads, machine));
  }
  return threads;
}

function readThread(row: StoredThread, threads: ReadonlyMap<number, Thread>, machine: StateGraph): Thread {
  const [parentId, index, state, enteredEvent, enteredAt, previousEvent, retries, phase] = JSON.parse(
    row.progress,
  ) as Progress;
  const data = JSON.parse(row.data) as ThreadData;
  const parent = threads.get(parentId);
  return {
    id: row.thread,
    parent,
    index,
    graph: parent === undefined ? machine : childGraph(parent, index),
    state,
    input: Payload.ofText(data.input),
    variables: data.variables,
    item: data.item,
    items: data.items,
    parameters: data.parameters === undefined ? undefined : Payload.ofText(data.parameters),
    taskRole: data.taskRole,
    enteredEvent,
    enteredAt,
    previousEvent,
    retries,
    phase,
    stored: marksOf(phase),
  };
}

/** The states of a branch follow from the state its parent stands in. */
export function childGraph(parent: Thread, index: number): StateGraph {
  const state = parent.graph.States[parent.state];
  if (state?.Type === 'Map') return state.ItemProcessor;
  const branch = state?.Type === 'Parallel' ? state.Branches[index] : undefined;
  if (branch === undefined) throw new Error(`state '${parent.state}' has no branch ${index}`);
  return branch;
}
