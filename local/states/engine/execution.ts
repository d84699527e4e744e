import type { JsonValue } from '../../json.ts';
import type { StateGraph } from '../definition/machine.ts';
import type { Payload } from '../payload.ts';
import type { Revision } from '../registry/machine-record.ts';
import type { ExecutionRow, ThreadMarks } from '../store/rows.ts';
import type { MapItem, Phase } from './phase.ts';

/** One line of control: the main line (id 0), a branch of a Parallel or an iteration of a Map. */
export interface Thread {
  readonly id: number;
  readonly parent: Thread | undefined;
  /** Which branch or iteration of the parent's state. */
  readonly index: number;
  readonly graph: StateGraph;
  state: string;
  /** The state's input; of a finished branch, its output. */
  input: Payload;
  /** The variables of this scope; those of the outer scopes are the parents'. */
  variables: Readonly<Record<string, JsonValue>> | undefined;
  item: MapItem | undefined;
  items: readonly JsonValue[] | undefined;
  parameters: Payload | undefined;
  taskRole: string | undefined;
  enteredEvent: number;
  enteredAt: number;
  previousEvent: number;
  /** Attempts used up, per retrier of the state. */
  retries: readonly number[];
  phase: Phase;
  /** Its marks in the store; undefined while it is not there. */
  stored: ThreadMarks | undefined;
}

/** An execution in memory: its row, the definition it started with and its branches. */
export interface Execution {
  readonly row: ExecutionRow;
  readonly arn: string;
  readonly revision: Revision;
  /** The states it runs: the machine's, or a distributed Map's processor. */
  readonly graph: StateGraph;
  details: ExecutionDetails;
  /** The input it was started with; read from the history on first use. */
  readonly input: () => Payload;
  readonly threads: Map<number, Thread>;
  /** Branches with a step to make, in the order they got it. */
  readonly ready: Thread[];
  readonly roleArn: string;
  nextThread: number;
  isNew: boolean;
  /** Nothing of it is stored: an Express execution whose caller waits for its end. */
  readonly isVolatile: boolean;
  /** Set at the end. */
  outcome: Outcome | undefined;
}

/** How an execution ended. */
export type Outcome =
  | { readonly status: 'SUCCEEDED'; readonly output: Payload }
  | { readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; readonly error?: string; readonly cause?: string };

/** What is seldom asked for, stored as JSON in the execution's row. */
export interface ExecutionDetails {
  /** The version or alias the start named. */
  readonly versionArn?: string;
  readonly aliasArn?: string;
  readonly traceHeader?: string;
  /** The task that started this execution; a repeated start by it finds this execution. */
  readonly startedBy?: AwaitingTask;
  /** The task that started this execution and waits for its end (`.sync:2`). */
  readonly awaitedBy?: AwaitingTask;
  readonly redriveCount?: number;
  readonly redrivenAt?: number;
  /** Of a map run's child: the run, and which item (or batch) it processes. */
  readonly mapRunArn?: string;
  readonly itemIndex?: number;
  /** Deadline of the machine's TimeoutSeconds. */
  readonly deadlineAt?: number;
}

export interface AwaitingTask {
  readonly execution: number;
  readonly thread: number;
  readonly attempt: number;
}
