/** RUNNING and PENDING_REDRIVE executions are unfinished; the others have a `stoppedAt`. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** One execution. Input and output are not here: they stand in its first and last history events. */
export interface ExecutionRow {
  readonly id: number;
  /** Number of the state machine in the registry. */
  readonly machine: number;
  readonly revision: number;
  readonly name: string;
  status: ExecutionStatus;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  stoppedAt: number | null;
  lastEvent: number;
  firstBatch: number;
  lastBatch: number;
  /** Number of the map run whose child this execution is. */
  readonly mapRun: number | null;
  /** JSON of what is seldom asked for ({@link ExecutionDetails}). */
  details: string | null;
}

/** By what a stored branch is found; both are indexed. */
export interface ThreadMarks {
  /** When a timer of this branch fires, in milliseconds since the epoch. */
  readonly due: number | null;
  /** Whether work goes on in this process, so that a restart has to take it up. */
  readonly running: boolean;
}

/** One branch of an execution, as stored. `data` is what changes seldom and may be large. */
export interface ThreadRow {
  readonly thread: number;
  readonly progress: string;
  /** Undefined leaves the stored data as it is. */
  readonly data: string | undefined;
  readonly marks: ThreadMarks;
  /** The marks in the store; undefined when the row is not there yet. */
  readonly stored: ThreadMarks | undefined;
}

/** All that one step of one execution writes, atomically. */
export interface Change {
  readonly execution: ExecutionRow;
  readonly isNew: boolean;
  /** History events as JSON, comma separated, without brackets; empty when there is none. */
  readonly events: string;
  readonly firstEvent: number;
  readonly threads: readonly ThreadRow[];
  readonly removedThreads: readonly number[];
  /** Registry documents that change together with the execution. */
  readonly documents: readonly StoredDocument[];
  /** An Express execution is over: nothing of it is kept. */
  readonly isForgotten: boolean;
  /** The execution is over: all its threads go. */
  readonly isOver: boolean;
}

/** A document of the registry. */
export interface StoredDocument {
  readonly kind: string;
  readonly arn: string;
  readonly document: object;
}
