/**
 * A state machine of the Amazon States Language in the JSONata query language, as {@link parseDefinition} returns it:
 * checked, so that the engine may rely on every required field and every transition target.
 * Source: https://states-language.net/spec.html and the developer guide, "State machine structure".
 */
import type { JsonObject, JsonValue } from '../../json.ts';

/** JSON in which every string `{% ... %}`, at any depth, is an expression. */
export type Template = JsonValue;

/** A string that starts with `{%` and ends with `%}`. */
export type ExpressionString = `{%${string}%}`;

/** A literal of type T, or an expression that has to return one. */
export type OrExpression<T> = T | ExpressionString;

/** A name per variable, each with the template of its value. */
export type Assignments = JsonObject;

/** States and where they start: the whole machine, a branch of a Parallel, the processor of a Map. */
export interface StateGraph {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly Comment?: string;
}

export interface Machine extends StateGraph {
  readonly Version?: string;
  readonly QueryLanguage: 'JSONata';
  /** Of the whole execution; a literal only. */
  readonly TimeoutSeconds?: number;
}

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

export type StateType = State['Type'];

interface StateBase {
  readonly Comment?: string;
  readonly QueryLanguage?: 'JSONata';
}

/** Exactly one of the two is there. */
interface Transition {
  readonly Next?: string;
  readonly End?: true;
}

interface Outcome {
  readonly Assign?: Assignments;
  readonly Output?: Template;
}

interface FaultTolerance {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface Retrier {
  /** Never empty; `States.ALL` and `States.DataLimitExceeded` rules are the engine's. */
  readonly ErrorEquals: readonly string[];
  /** Positive, default 1. */
  readonly IntervalSeconds?: number;
  /** Zero or more, default 3. */
  readonly MaxAttempts?: number;
  /** At least 1.0, default 2.0. */
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  /** Default NONE. */
  readonly JitterStrategy?: 'FULL' | 'NONE';
  readonly Comment?: string;
}

export interface Catcher extends Outcome {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Comment?: string;
}

export interface PassState extends StateBase, Transition, Outcome {
  readonly Type: 'Pass';
}

export interface TaskState extends StateBase, Transition, Outcome, FaultTolerance {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments?: Template;
  /** Default 99999999 (no timeout of its own). */
  readonly TimeoutSeconds?: OrExpression<number>;
  readonly HeartbeatSeconds?: OrExpression<number>;
  readonly Credentials?: { readonly RoleArn: string };
}

export interface ChoiceRule extends Outcome {
  readonly Condition: OrExpression<boolean>;
  readonly Next: string;
  readonly Comment?: string;
}

export interface ChoiceState extends StateBase, Outcome {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}

/** Exactly one of Seconds and Timestamp is there. */
export interface WaitState extends StateBase, Transition, Outcome {
  readonly Type: 'Wait';
  readonly Seconds?: OrExpression<number>;
  /** RFC 3339 with upper-case T and Z. */
  readonly Timestamp?: string;
}

export interface SucceedState extends StateBase {
  readonly Type: 'Succeed';
  readonly Output?: Template;
}

export interface FailState extends StateBase {
  readonly Type: 'Fail';
  /** Literal or expression. */
  readonly Error?: string;
  readonly Cause?: string;
}

export interface ParallelState extends StateBase, Transition, Outcome, FaultTolerance {
  readonly Type: 'Parallel';
  readonly Branches: readonly StateGraph[];
  /** The input of every branch; the state's input when absent. */
  readonly Arguments?: Template;
}

export interface MapState extends StateBase, Transition, Outcome, FaultTolerance {
  readonly Type: 'Map';
  readonly ItemProcessor: ItemProcessor;
  /** An array template or an expression; the state's input when absent. */
  readonly Items?: ExpressionString | readonly JsonValue[];
  readonly ItemReader?: ItemReader;
  readonly ItemSelector?: Template;
  readonly ItemBatcher?: ItemBatcher;
  /** 0 (the default) is unlimited. */
  readonly MaxConcurrency?: OrExpression<number>;
  readonly ToleratedFailureCount?: OrExpression<number>;
  readonly ToleratedFailurePercentage?: OrExpression<number>;
  /** Distributed mode. */
  readonly Label?: string;
}

export interface ItemProcessor extends StateGraph {
  readonly ProcessorConfig?: ProcessorConfig;
}

export type ProcessorConfig =
  | { readonly Mode?: 'INLINE' }
  | { readonly Mode: 'DISTRIBUTED'; readonly ExecutionType: 'STANDARD' | 'EXPRESS' };

/** At least one of the two limits is there. */
export interface ItemBatcher {
  readonly BatchInput?: Template;
  readonly MaxItemsPerBatch?: OrExpression<number>;
  readonly MaxInputBytesPerBatch?: OrExpression<number>;
}

/** Reads the items of a distributed map. */
export interface ItemReader {
  readonly Resource: string;
  readonly Arguments?: Template;
  readonly ReaderConfig?: ReaderConfig;
}

export interface ReaderConfig {
  readonly InputType?: 'CSV' | 'JSON' | 'JSONL';
  readonly CSVHeaderLocation?: 'FIRST_ROW' | 'GIVEN';
  readonly CSVHeaders?: readonly string[];
  readonly CSVDelimiter?: 'COMMA' | 'PIPE' | 'SEMICOLON' | 'SPACE' | 'TAB';
  readonly MaxItems?: OrExpression<number>;
}
