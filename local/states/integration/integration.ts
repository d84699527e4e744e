import type { JsonObject } from '../../json.ts';
import type { Caller } from '../../service.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import type { AwaitingTask } from '../engine/execution.ts';
import type { Payload } from '../payload.ts';

/** How a task waits: for the answer of the call, for the end of what the call started, or for SendTaskSuccess. */
export type Pattern = 'request' | 'sync' | 'sync:2' | 'token';

/** One attempt of a task. */
export interface TaskRequest {
  readonly parameters: Payload;
  /** The machine's role, or the one of the state's Credentials. */
  readonly caller: Caller;
  readonly pattern: Pattern;
  readonly attempt: AwaitingTask;
  readonly executionArn: string;
  readonly traceHeader: string | undefined;
  readonly engine: EngineContext;
}

/** What came of a call. `child`: number of the execution whose end is awaited. */
export type TaskAnswer =
  | { readonly ok: true; readonly output: Payload; readonly child?: number }
  | { readonly ok: false; readonly error: string; readonly cause: string };

/** A service integration: one file, and one line in the registry. */
export interface Integration {
  /** As in task events: `lambda`, `aws-sdk:dynamodb`. */
  readonly resourceType: string;
  /** As in task events, without the pattern: `invoke`, `putItem`. */
  readonly resource: string;
  readonly patterns: readonly Pattern[];
  /** Names of Arguments without which the task fails with States.Runtime. */
  readonly required?: readonly string[];
  call(request: TaskRequest): Promise<TaskAnswer>;
}

/** The Arguments of a task, which the engine has checked to be an object. */
export function argumentsOf({ parameters }: TaskRequest): JsonObject {
  return parameters.value as JsonObject;
}
