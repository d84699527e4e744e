import type { Clock } from '../../clock.ts';
import type { JsonValue } from '../../json.ts';
import type { Authorize, Caller, FunctionInvoker } from '../../service.ts';
import type { Machines } from '../registry/machines.ts';
import type { AwaitingTask, Execution, Thread } from './execution.ts';
import type { TaskPhase } from './phase.ts';
import type { TaskTokens } from './task-token.ts';

/** A call to an emulated AWS service, as the SDK would make it. */
export interface ServiceCall {
  readonly caller: Caller;
  /** Signing name: `dynamodb`, `events`, `sqs`, `s3`, `sns`. */
  readonly service: string;
  /** IAM action: `dynamodb:PutItem`. */
  readonly action: string;
  /** Operation, as in the X-Amz-Target header: `DynamoDB_20120810.PutItem`, `AmazonSQS.SendMessage`. */
  readonly target: string;
  readonly input: JsonValue;
}

/** Throws an error whose `name` is the service's error code. */
export type CallService = (call: ServiceCall) => Promise<unknown>;

/** A start by a task. */
export interface ChildStart {
  readonly caller: Caller;
  readonly machineArn: string;
  readonly name: string;
  /** JSON text. */
  readonly input: string;
  readonly startedBy: AwaitingTask;
  /** Whether the end is to be brought to the task. */
  readonly awaitsEnd: boolean;
  readonly traceHeader?: string;
}

export interface ChildStarted {
  readonly executionArn: string;
  readonly startedAt: number;
  readonly id: number;
}

/** What transitions need of the world around an execution. */
export interface EngineContext {
  readonly clock: Clock;
  readonly invoker: FunctionInvoker;
  readonly call: CallService;
  readonly machines: Machines;
  readonly tokens: TaskTokens;
  /** Makes the call of a task whose attempt is on the disk. */
  performTask(execution: Execution, thread: Thread): void;
  /** Tells whoever waits for the end of an execution. */
  executionEnded(execution: Execution): void;
  /** Brings the end of a task's child execution, if it has ended already. */
  awaitChild(execution: Execution, thread: Thread, phase: TaskPhase): void;
  /** Starts another machine's execution for a task, as StartExecution does. @throws ApiError, AccessDenied */
  startChild(start: ChildStart): Promise<ChildStarted>;
  /** A number for a new map run. */
  nextMapRun(): number;
  /** Starts children of a map run and brings its end to the Map state. */
  driveMapRun(mapRun: number): void;
  /** Takes up again what did not succeed in a map run. */
  redriveMapRun(mapRun: number): void;
  /** Stops the children of a map run that nobody waits for any more. */
  abandonMapRun(mapRun: number): void;
  /** Output of a map run's children by index, undefined where a child failed. */
  mapRunOutputs(mapRun: number): readonly (string | undefined)[];
  /** Stops an execution that a task started and no longer waits for. */
  abandonChild(child: number): void;
  /** Sets a timer of an Express execution, which has none in the store. */
  setVolatileTimer(execution: number, thread: number, due: number): void;
  readonly authorize: Authorize;
  readonly region: string;
  readonly partition: string;
  readonly accountId: string;
}
