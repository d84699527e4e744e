/** What a worker is told when it is made. */
export interface WorkerStart {
  readonly codeDirectory: string;
  readonly handler: string;
  readonly logFormat: 'Text' | 'JSON';
  /** The instant of a virtual clock, where there is one. */
  readonly virtualInstant: SharedArrayBuffer | undefined;
  /** Folder of V8's compile cache. */
  readonly compileCache: string;
}

/** One invocation. */
export interface Invocation {
  readonly requestId: string;
  readonly invokedFunctionArn: string;
  readonly version: string;
  /** JSON text of the event. */
  readonly payload: string;
  readonly timeoutMs: number;
  readonly traceId: string;
}

/** An error as the Node.js runtime of Lambda reports it. */
export interface ReportedError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What a worker says. `output` is what the function wrote; it comes before the answer it belongs to. `ready` comes once, after the code was loaded; then one answer for each invocation. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'unloadable'; readonly error: ReportedError }
  | { readonly kind: 'done'; readonly payload: string }
  | { readonly kind: 'failed'; readonly error: ReportedError }
  /** The thread ends after this; an invocation that runs fails with it. */
  | { readonly kind: 'crashed'; readonly error: ReportedError };
