import type { JsonValue } from '../../json.ts';
import type { StateGraph } from '../definition/machine.ts';
import { Payload } from '../payload.ts';
import type { Revision } from '../registry/machine-record.ts';
import type { ProcessorStep } from '../registry/map-run-record.ts';
import type { ExecutionRow } from '../store/rows.ts';
import { executionArn } from './arns.ts';
import type { Engine } from './engine.ts';
import type { Execution, ExecutionDetails, Outcome } from './execution.ts';
import { readThreads } from './thread-storage.ts';

interface StoredEvent {
  readonly type: string;
  readonly executionStartedEventDetails?: { readonly input: string };
  readonly [details: string]: JsonValue | undefined | object;
}

/** An execution from the store, as it stood at its last commit. */
export function loadExecution(engine: Engine, id: number): Execution | undefined {
  const row = engine.store.execution(id);
  if (row === undefined) return undefined;
  const revision = engine.machines.revision(row.revision);
  const details = detailsOf(row);
  const graph = graphOf(engine, revision, details);
  const threads = readThreads(engine.store.threads(id), graph);
  return {
    row,
    arn: executionArn(engine.machines.arnOf(row.machine), row.name),
    revision,
    graph,
    details,
    input: () => readInput(engine, row),
    threads,
    ready: [...threads.values()].filter(({ phase }) => phase.kind === 'ready'),
    roleArn: revision.roleArn,
    nextThread: Math.max(0, ...threads.keys()) + 1,
    isNew: false,
    isVolatile: false,
    outcome: row.status === 'RUNNING' ? undefined : readOutcome(engine, row),
  };
}

export function detailsOf(row: ExecutionRow): ExecutionDetails {
  return row.details === null ? {} : (JSON.parse(row.details) as ExecutionDetails);
}

/** The input stands in the first event. */
export function readInput(engine: Engine, row: ExecutionRow): Payload {
  const [started] = JSON.parse(engine.history.firstBatch(row)) as readonly StoredEvent[];
  return Payload.ofText(started?.executionStartedEventDetails?.input ?? '{}');
}

/** How it ended stands in the last event. */
export function readOutcome(engine: Engine, row: ExecutionRow): Outcome | undefined {
  if (row.status === 'RUNNING') return undefined;
  const events = JSON.parse(engine.history.lastBatch(row)) as readonly StoredEvent[];
  const last = events.at(-1);
  const field =
    last === undefined ? '' : `${last.type.charAt(0).toLowerCase()}${last.type.slice(1)}EventDetails`;
  const details = (last?.[field] ?? {}) as { output?: string; error?: string; cause?: string };
  if (row.status === 'SUCCEEDED')
    return { status: 'SUCCEEDED', output: Payload.ofText(details.output ?? 'null') };
  const { error, cause } = details;
  return { status: row.status, ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

/** The states an execution runs. */
export function graphOf(engine: Engine, revision: Revision, { mapRunArn }: ExecutionDetails): StateGraph {
  const run = mapRunArn === undefined ? undefined : engine.machines.mapRuns.get(mapRunArn);
  return run === undefined ? revision.machine : processorAt(revision.machine, run.processor);
}

/** The processor of the distributed Map at the end of the path. */
function processorAt(machine: StateGraph, path: readonly ProcessorStep[]): StateGraph {
  let graph = machine;
  for (const [name, branch] of path) {
    const state = graph.States[name];
    if (state?.Type === 'Map') graph = state.ItemProcessor;
    else if (state?.Type === 'Parallel') graph = state.Branches[branch] ?? graph;
  }
  return graph;
}
