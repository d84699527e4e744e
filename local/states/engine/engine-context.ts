import type { Clock } from '../../clock.ts';
import type { JsonValue } from '../../json.ts';
import type { Caller, FunctionInvoker } from '../../service.ts';
import type { Machines } from '../registry/machines.ts';
import type { Execution, Thread } from './execution.ts';
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
  readonly region: string;
  readonly partition: string;
  readonly accountId: string;
}
