import type { RouteContract } from './route-contract.ts';
import type { TableName } from './tables.ts';

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

/** Places of the bucket of documents, as patterns of keys: what waits, what cases keep, reports, files that registers are loaded from. */
type DocumentKeys = 'uploads/*' | 'cases/*/attachments/*' | 'cases/*/report-*.pdf' | 'registers/*';
export type DocumentActions = Partial<Record<'GetObject' | 'PutObject', readonly DocumentKeys[]>>;

/** One Lambda: the file functions/<slice>/<name>.ts and exactly what it may touch. infra/ grants this and nothing else. */
export interface FunctionSpec {
  readonly slice: string;
  /** Verb-noun, kebab-case, the file's name: `plan-review`. */
  readonly name: string;
  /** Routes of the HTTP API it answers. */
  readonly routes?: readonly RouteContract[];
  readonly tables?: Partial<Record<TableName, readonly TableAction[]>>;
  /** Access to the bucket of case documents. Who signs an address of it needs what the address allows. */
  readonly documents?: DocumentActions;
  /** Access to the key that signs certificates. */
  readonly signingKey?: readonly ('Sign' | 'GetPublicKey')[];
  /** Publishes the earlier and the next keys beside the present one. */
  readonly otherPublicKeys?: true;
  /** Sends mail from the platform's address. */
  readonly mail?: true;
  /** Asks the registry of patents, wherever it is. */
  readonly patentRegistry?: true;
  /** Lets one address call only so often a day, and has to know whose it is behind the distribution. */
  readonly countsCallers?: true;
  /** Sends messages to endpoints of institutions. */
  readonly webhooks?: true;
  /** Starts an execution of this workflow's machine, signals task tokens of every machine, or reads executions of cases. */
  readonly machine?: readonly ('StartExecution' | 'SignalTask' | 'ReadExecution')[];
  /** Starts executions of these other workflows' machines. */
  readonly starts?: readonly string[];
  /** Runs once a day at this time. */
  readonly everyDayAtUtc?: { readonly hour: number; readonly minute: number };
  /** Runs every so many minutes. */
  readonly everyMinutes?: number;
  /** Runs when an execution of any machine ended other than well. */
  readonly onFailedExecution?: boolean;
  /** Runs when GuardDuty has scanned an object of the documents bucket. */
  readonly onMalwareScan?: boolean;
  /** Packed files beside the bundle, from the build: `fonts`. */
  readonly assets?: readonly 'fonts'[];
  /** Default 512. */
  readonly memoryMb?: number;
  /** Default 15. */
  readonly timeoutSeconds?: number;
}

/** Whether it runs on an event or by the clock, where nobody waits for its answer. */
export function isAsynchronous(spec: FunctionSpec): boolean {
  const { everyDayAtUtc, everyMinutes, onFailedExecution, onMalwareScan } = spec;
  return Boolean(everyDayAtUtc || everyMinutes || onFailedExecution || onMalwareScan);
}
