import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { captureOutput, patchConsole } from './console.ts';
import { type LoadedHandler, loadHandler } from './load-handler.ts';
import type { Invocation, ReportedError, WorkerMessage, WorkerStart } from './messages.ts';
import { reportError, runtimeError } from './reported-error.ts';
import { followVirtualClock } from './virtual-time.ts';

/** The entry of a worker thread: one execution environment of one function, one invocation at a time. */
const start: WorkerStart = workerData;
const port = parentPort;
if (!port) throw new Error('this file runs in a worker thread only');
const say = (message: WorkerMessage) => port.postMessage(message);

/** Largest answer of a synchronous invocation: 6 MB and the envelope that Lambda allows for. */
const LARGEST_RESPONSE_BYTES = 6_291_556;

let current: Invocation | undefined;
let answered = false;
enableCompileCache(start.compileCache);
captureOutput((text) => say({ kind: 'output', text }));
if (start.virtualInstant) followVirtualClock(start.virtualInstant);
patchConsole(start.logFormat, () => current?.requestId ?? 'undefined');
process.on('uncaughtException', (error) => crash(reportError(error), 129));
process.on('unhandledRejection', (reason) =>
  crash(runtimeError('Runtime.UnhandledPromiseRejection', String(reason), reason), 128),
);

const loaded = await loadHandler(start);
// Node.js would keep it only when the thread ends in order, which kill -9 does not let it do.
flushCompileCache();
if ('error' in loaded) {
  console.error('Uncaught Exception', JSON.stringify(loaded.error));
  say({ kind: 'unloadable', error: loaded.error });
} else {
  port.on('message', (invocation: Invocation) => void run(loaded, invocation));
  say({ kind: 'ready' });
}

async function run({ handler, afterFirstAnswer }: LoadedHandler, invocation: Invocation): Promise<void> {
  current = invocation;
  process.env._X_AMZN_TRACE_ID = invocation.traceId;
  const startedMs = performance.now();
  process.stdout.write(`START RequestId: ${invocation.requestId} Version: ${invocation.version}\n`);
  const message = await answer(handler, invocation, startedMs);
  const durationMs = performance.now() - startedMs;
  if (message.kind === 'failed') console.error('Invoke Error', JSON.stringify(message.error));
  process.stdout.write(
    `END RequestId: ${invocation.requestId}\n` +
      `REPORT RequestId: ${invocation.requestId}\tDuration: ${durationMs.toFixed(2)} ms\n`,
  );
  current = undefined;
  say(message);
  if (answered) return;
  answered = true;
  afterFirstAnswer();
}

async function answer(
  handler: LoadedHandler['handler'],
  invocation: Invocation,
  startedMs: number,
): Promise<WorkerMessage> {
  try {
    const result = await handler(JSON.parse(invocation.payload), contextOf(invocation, startedMs));
    const payload = stringify(result);
    if (Buffer.byteLength(payload) <= LARGEST_RESPONSE_BYTES) return { kind: 'done', payload };
    const limit = `Response payload size exceeded maximum allowed payload size (${LARGEST_RESPONSE_BYTES} bytes).`;
    return {
      kind: 'failed',
      error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage: limit, trace: [] },
    };
  } catch (error) {
    return { kind: 'failed', error: reportError(error) };
  }
}

function stringify(result: unknown): string {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch {
    throw new Error('Unable to stringify response body');
  }
}

/** The context object (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html). */
function contextOf(invocation: Invocation, startedMs: number): object {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: invocation.version,
    invokedFunctionArn: invocation.invokedFunctionArn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: invocation.requestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () =>
      Math.max(0, Math.floor(invocation.timeoutMs - (performance.now() - startedMs))),
  };
}

function crash(error: ReportedError, exitCode: number): void {
  console.error('Uncaught Exception', JSON.stringify(error));
  say({ kind: 'crashed', error });
  process.exit(exitCode);
}
