import type { JsonValue } from '../../json.ts';

/** What a branch is doing in its current state. Plain data: it is stored as JSON. */
export type Phase =
  | ReadyPhase
  | TaskPhase
  | WaitPhase
  | BackoffPhase
  | ForkPhase
  | MapRunPhase
  | HaltedPhase
  | DonePhase;

/** About to enter its state, or, `entered` already, to do the state's work again (a retry). */
export interface ReadyPhase {
  readonly kind: 'ready';
  readonly entered: boolean;
}

/** An attempt of a Task whose result is awaited. */
export interface TaskPhase {
  readonly kind: 'task';
  /** Event id of TaskScheduled; it names the attempt in task tokens. */
  readonly attempt: number;
  /** Whether the result comes by SendTaskSuccess or SendTaskFailure. */
  readonly awaitsToken: boolean;
  /** Whether the call is done and its answer recorded (TaskSubmitted). */
  readonly submitted: boolean;
  readonly timeoutAt?: number;
  readonly heartbeatMs?: number;
  readonly heartbeatAt?: number;
  /** Number of the child execution (`states:startExecution.sync:2`). */
  readonly child?: number;
}

export interface WaitPhase {
  readonly kind: 'wait';
  readonly until: number;
}

/** The pause before a retry. */
export interface BackoffPhase {
  readonly kind: 'backoff';
  readonly until: number;
}

/** A Parallel or an inline Map whose branches run. */
export interface ForkPhase {
  readonly kind: 'fork';
  readonly startedEvent: number;
  readonly total: number;
  readonly concurrency: number;
  /** Index of the next branch to start. */
  readonly next: number;
  readonly running: number;
  readonly failed: number;
  /** Failures that are put up with; undefined when the first failure ends the state. */
  readonly tolerated?: number;
}

/** A distributed Map whose child executions run. */
export interface MapRunPhase {
  readonly kind: 'mapRun';
  readonly mapRun: number;
  /** The run has ended; the state is about to. */
  readonly isOver?: true;
}

/** A branch that has reached its end; its output waits for the others'. */
export interface DonePhase {
  readonly kind: 'done';
  readonly failed: boolean;
}

/** A branch that ended without reaching its end; a redrive takes it up again. */
export interface HaltedPhase {
  readonly kind: 'halted';
  readonly entered: boolean;
  /** The branches it had, or the map run. */
  readonly fork?: ForkPhase;
  readonly mapRun?: number;
}

/** What a branch carries besides its phase. It changes seldom and may be large, hence apart. */
export interface ThreadData {
  /** JSON text of the state's input; of a finished branch, its output. */
  readonly input: string;
  readonly variables?: Readonly<Record<string, JsonValue>>;
  readonly item?: MapItem;
  /** JSON text of the parameters of the attempt under way, with which it can be made again. */
  readonly parameters?: string;
  /** Role that makes the call, when it is not the machine's (Credentials). */
  readonly taskRole?: string;
  /** Inputs of a Map's iterations. */
  readonly items?: readonly JsonValue[];
}

/** `$states.context.Map.Item` */
export interface MapItem {
  readonly Index: number;
  /** Of a field, where the items are those of an object. */
  readonly Key?: string;
  readonly Value: JsonValue;
}
