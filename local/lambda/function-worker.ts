import { Worker } from 'node:worker_threads';
import type { FunctionSpec } from './function-spec.ts';
import type { Invocation, ReportedError, WorkerMessage, WorkerStart } from './worker/messages.ts';
import type { WorkerFiles } from './worker-files.ts';

/** How an invocation ended. */
export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly error: ReportedError };

/** One execution environment: a worker thread that serves one invocation at a time. */
export interface FunctionWorker {
  /** Resolves when the code is loaded, or could not be. */
  readonly loaded: Promise<void>;
  /** False when the thread has ended or could not load its code. */
  isUsable(): boolean;
  run(invocation: Invocation): Promise<Outcome>;
  end(): Promise<void>;
}

export interface WorkerOptions {
  readonly spec: FunctionSpec;
  readonly environment: Record<string, string>;
  readonly virtualInstant: SharedArrayBuffer | undefined;
  readonly files: WorkerFiles;
  /** Where the function's output goes. */
  readonly output: (text: string) => void;
}

/** Starts a worker thread and lets it load the function's code. */
export function startWorker({
  spec,
  environment,
  virtualInstant,
  files,
  output,
}: WorkerOptions): FunctionWorker {
  const start: WorkerStart = {
    codeDirectory: spec.codeDirectory,
    handler: spec.handler,
    logFormat: spec.logFormat,
    virtualInstant,
    compileCache: files.compileCache,
  };
  const thread = new Worker(files.bootstrap, {
    workerData: start,
    env: environment,
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
    name: spec.name,
  });
  thread.stdout.setEncoding('utf8').on('data', output);
  thread.stderr.setEncoding('utf8').on('data', output);

  let broken: ReportedError | undefined;
  let finish: ((outcome: Outcome) => void) | undefined;
  const settle = (outcome: Outcome) => {
    finish?.(outcome);
    finish = undefined;
  };
  const loaded = new Promise<void>((resolve) => {
    thread.on('message', (message: WorkerMessage) => {
      if (message.kind === 'output') {
        output(message.text);
        return;
      }
      if (message.kind === 'unloadable' || message.kind === 'crashed') broken = message.error;
      if (message.kind === 'done') settle({ ok: true, payload: message.payload });
      if (message.kind === 'failed' || message.kind === 'crashed')
        settle({ ok: false, error: message.error });
      resolve();
    });
    thread.on('error', (error) => {
      broken ??= endedBy(error);
    });
    thread.on('exit', (code) => {
      broken ??= exitError(`exit status ${code}`);
      settle({ ok: false, error: broken });
      resolve();
    });
  });

  return {
    loaded,
    isUsable: () => broken === undefined,
    async run(invocation) {
      await loaded;
      if (broken) return { ok: false, error: withRequestId(broken, invocation.requestId) };
      const outcome = await raceWithTimeout(thread, invocation, (resolve) => {
        finish = resolve;
      });
      if (outcome.ok || outcome.error !== broken) return outcome;
      return { ok: false, error: withRequestId(outcome.error, invocation.requestId) };
    },
    async end() {
      await thread.terminate();
    },
  };
}

/** The timeout bounds real work, so it follows the machine's time even where the clock is virtual. */
function raceWithTimeout(
  thread: Worker,
  invocation: Invocation,
  onFinish: (resolve: (outcome: Outcome) => void) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      onFinish(() => {});
      const seconds = (invocation.timeoutMs / 1000).toFixed(2);
      const errorMessage = `RequestId: ${invocation.requestId} Error: Task timed out after ${seconds} seconds`;
      // Only when the thread has ended is it certain that the function does nothing more.
      const error = { errorType: 'Sandbox.Timedout', errorMessage, trace: [] };
      void thread.terminate().then(() => resolve({ ok: false, error }));
    }, invocation.timeoutMs);
    onFinish((outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    });
    thread.postMessage(invocation);
  });
}

function endedBy(error: unknown): ReportedError {
  const isOutOfMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isOutOfMemory) return { ...exitError('signal: killed'), errorType: 'Runtime.OutOfMemory' };
  return exitError(error instanceof Error ? error.message : String(error));
}

function exitError(reason: string): ReportedError {
  return { errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with error: ${reason}`, trace: [] };
}

function withRequestId(error: ReportedError, requestId: string): ReportedError {
  if (!error.errorMessage.startsWith('Runtime exited')) return error;
  return { ...error, errorMessage: `RequestId: ${requestId} Error: ${error.errorMessage}` };
}
