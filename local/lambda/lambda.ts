import { randomBytes, randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { type Clock, isVirtual, type VirtualClock } from '../clock.ts';
import type { Credentials } from '../iam/credentials.ts';
import type { Authorize, Caller, FunctionInvoker, FunctionResult } from '../service.ts';
import { workerEnvironment } from './environment.ts';
import type { FunctionLog } from './function-log.ts';
import type { FunctionSpec } from './function-spec.ts';
import { type FunctionWorker, type Outcome, startWorker } from './function-worker.ts';
import { prewarmInQuietMoments, watchActivity } from './prewarm.ts';
import { prepareWorkerFiles, type WorkerFiles } from './worker-files.ts';
import { createPool, type WorkerPool } from './worker-pool.ts';

export interface LambdaOptions {
  readonly functions: readonly FunctionSpec[];
  readonly authorize: Authorize;
  readonly credentials: Credentials;
  readonly region: string;
  readonly servicesOrigin: string;
  readonly functionLog: FunctionLog;
  /** Where the code of the workers is put; without it, in a temporary folder. */
  readonly workerDirectory?: string | undefined;
  /** Where V8 keeps what it compiled; without it, beside the code of the workers. */
  readonly compileCache?: string | undefined;
  /** One line for the engineer, for what went wrong. */
  readonly log: (line: string) => void;
  /** The functions see its time; a virtual one waits for them. */
  readonly clock: Clock | VirtualClock;
}

/** The functions of the template, ready to be invoked. */
export interface Lambda extends FunctionInvoker {
  /** The function that a name, ARN, version or alias means. */
  find(reference: string): FoundFunction | undefined;
  /** Invokes without asking for a permission: for what was permitted when it was accepted. */
  run(found: FoundFunction, payload: string): Promise<FunctionResult>;
  /** Starts one worker of each function, one after the other, while nothing runs. */
  prewarm(): Promise<void>;
  close(): Promise<void>;
}

export interface FoundFunction {
  readonly spec: FunctionSpec;
  /** ARN as it was asked for, with the version or alias. */
  readonly arn: string;
  readonly version: string;
}

/** Threads of one function at a time; more would only wait for the processor. */
const MAXIMUM_WORKERS = Math.max(4, availableParallelism() * 2);

/** Runs the functions of the template in worker threads. */
export function createLambda(options: LambdaOptions): Lambda {
  const byName = new Map(options.functions.map((spec) => [spec.name, spec]));
  const files = prepareWorkerFiles(options.workerDirectory, options.compileCache);
  const pools = new Map(options.functions.map((spec) => [spec.name, poolOf(spec, files, options)]));
  const { clock } = options;
  const activity = watchActivity();
  let closed = false;

  const run = async ({ spec, arn, version }: FoundFunction, payload: string): Promise<FunctionResult> => {
    const requestId = randomUUID();
    const release = isVirtual(clock) ? clock.hold() : undefined;
    const ended = activity.begin();
    try {
      const outcome = await pools.get(spec.name)?.run({
        requestId,
        invokedFunctionArn: arn,
        version,
        payload,
        timeoutMs: spec.timeoutSeconds * 1000,
        traceId: newTraceId(clock.now()),
      });
      if (!outcome) return throttled();
      if (!outcome.ok && !closed) tellFailure(spec, requestId, outcome, options);
      return resultOf(outcome, version);
    } finally {
      ended();
      release?.();
    }
  };
  const find = (reference: string) => findFunction(reference, byName);

  return {
    find,
    run,
    async invoke({ caller, functionName, payload, signal }) {
      const found = find(functionName);
      authorizeInvocation(options.authorize, caller, functionName, found);
      if (!found) return notFound(functionName);
      const result = run(found, payload);
      return signal ? Promise.race([result, givenUp(signal)]) : result;
    },
    prewarm: () => prewarmInQuietMoments(pools.values(), activity, () => closed),
    async close() {
      closed = true;
      await Promise.all([...pools.values()].map((pool) => pool.close()));
      files.remove();
    },
  };
}

function poolOf(spec: FunctionSpec, files: WorkerFiles, options: LambdaOptions): WorkerPool {
  const accessKeyId = options.credentials.accessKeyIdFor(spec.roleArn);
  const environment = workerEnvironment(spec, {
    servicesOrigin: options.servicesOrigin,
    region: options.region,
    accessKeyId,
    secretAccessKey: options.credentials.secretAccessKeyOf(accessKeyId) ?? '',
  });
  const start = (): FunctionWorker =>
    startWorker({
      spec,
      environment,
      virtualInstant: isVirtual(options.clock) ? options.clock.shared : undefined,
      files,
      output: (text) => options.functionLog.write(spec.name, text),
    });
  return createPool({
    start,
    reservedConcurrency: spec.reservedConcurrency,
    maximumWorkers: MAXIMUM_WORKERS,
  });
}

/** `name`, `name:live`, `arn:...:function:name`, `arn:...:function:name:3`. */
function findFunction(
  reference: string,
  byName: ReadonlyMap<string, FunctionSpec>,
): FoundFunction | undefined {
  const [name = '', qualifier] = (reference.split(':function:')[1] ?? reference).split(':');
  const spec = byName.get(name);
  const version = spec?.versions.get(qualifier ?? '$LATEST');
  if (!spec || version === undefined) return undefined;
  return { spec, version, arn: qualifier === undefined ? spec.arn : `${spec.arn}:${qualifier}` };
}

/** As on AWS, who may not invoke does not learn whether the function exists. */
export function authorizeInvocation(
  authorize: Authorize,
  caller: Caller,
  functionName: string,
  found: FoundFunction | undefined,
): void {
  const arn = found?.arn ?? functionName;
  authorize(caller, 'lambda:InvokeFunction', arn, { 'lambda:FunctionArn': arn });
}

function resultOf(outcome: Outcome, version: string): FunctionResult {
  if (outcome.ok) return { ok: true, payload: outcome.payload, executedVersion: version };
  const { errorType, errorMessage, trace } = outcome.error;
  const payload = JSON.stringify({ errorType, errorMessage, ...(trace.length > 0 ? { trace } : {}) });
  return { ok: false, errorType, errorMessage, payload };
}

function throttled(): FunctionResult {
  return { ok: false, errorType: 'Lambda.TooManyRequestsException', errorMessage: 'Rate Exceeded.' };
}

function notFound(functionName: string): FunctionResult {
  return {
    ok: false,
    errorType: 'Lambda.ResourceNotFoundException',
    errorMessage: `Function not found: ${functionName}`,
  };
}

/** The function goes on when nobody waits for it any more, as on AWS. */
function givenUp(signal: AbortSignal): Promise<FunctionResult> {
  return new Promise((resolve) => {
    const result: FunctionResult = {
      ok: false,
      errorType: 'Lambda.Unknown',
      errorMessage: 'nobody waits for this invocation any more',
    };
    if (signal.aborted) resolve(result);
    signal.addEventListener('abort', () => resolve(result), { once: true });
  });
}

function tellFailure(
  spec: FunctionSpec,
  requestId: string,
  outcome: Extract<Outcome, { ok: false }>,
  { functionLog, clock, log }: LambdaOptions,
): void {
  const { errorType, errorMessage } = outcome.error;
  const path = functionLog.pathOf(spec.name);
  if (errorType === 'Sandbox.Timedout' || errorType.startsWith('Runtime.')) {
    functionLog.write(
      spec.name,
      `${new Date(clock.now()).toISOString()}\t${requestId}\tERROR\t${errorType}: ${errorMessage}\n`,
    );
  }
  const where = path === undefined ? '' : ` (request ${requestId} in ${path})`;
  log(`${spec.logicalId}: ${errorType}: ${errorMessage.split('\n')[0]}${where}`);
}

/** A trace id that says: not sampled (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader). */
function newTraceId(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000).toString(16);
  const root = `1-${seconds}-${randomBytes(12).toString('hex')}`;
  return `Root=${root};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}
