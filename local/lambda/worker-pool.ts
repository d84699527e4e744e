import type { FunctionWorker, Outcome } from './function-worker.ts';
import type { Invocation } from './worker/messages.ts';

/** The execution environments of one function. */
export interface WorkerPool {
  /** Undefined when the function's reserved concurrency is used up. */
  run(invocation: Invocation): Promise<Outcome> | undefined;
  /** Starts one worker, if there is none. */
  prewarm(): Promise<void>;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly start: () => FunctionWorker;
  readonly reservedConcurrency: number | undefined;
  /** Threads of one function; further invocations wait for their turn. */
  readonly maximumWorkers: number;
}

/** A worker beside the first that had nothing to do for so long is ended; it holds some 30 MB. */
const SPARE_MS = 60_000;
/** So is the first; the next invocation waits for a new one. */
const IDLE_MS = 600_000;

/**
 * How long an invocation waits for a worker that is busy before it gets one of its own. Most take a few milliseconds, the first of a
 * worker a tenth of a second; a new worker takes a quarter of a second of a processor that all the others need too.
 */
const PATIENCE_MS = 250;

/** Keeps workers warm: a worker is used again until it breaks or has been idle. */
export function createPool({ start, reservedConcurrency, maximumWorkers }: PoolOptions): WorkerPool {
  // The last one used is taken first, so those at the front have been idle longest.
  const idle: { readonly worker: FunctionWorker; readonly sinceMs: number }[] = [];
  const waiting = new Set<() => void>();
  const all = new Set<FunctionWorker>();
  let running = 0;
  let closed = false;

  const add = () => {
    const worker = start();
    all.add(worker);
    return worker;
  };
  const discard = (worker: FunctionWorker) => {
    all.delete(worker);
    return worker.end();
  };
  const takeIdle = (): FunctionWorker | undefined => {
    for (let last = idle.pop(); last; last = idle.pop()) {
      if (last.worker.isUsable()) return last.worker;
      void discard(last.worker);
    }
    return undefined;
  };
  const giveBack = (worker: FunctionWorker) => {
    if (worker.isUsable() && !closed) idle.push({ worker, sinceMs: performance.now() });
    else void discard(worker);
    const [first] = waiting;
    first?.();
  };
  const trim = setInterval(() => {
    const [longest] = idle;
    if (!longest) return;
    const idleMs = performance.now() - longest.sinceMs;
    if (idleMs > (idle.length > 1 ? SPARE_MS : IDLE_MS)) void discard((idle.shift() ?? longest).worker);
  }, SPARE_MS / 4);
  trim.unref();

  /** Resolves when a worker is given back, or when `patience` ends. */
  const turn = (patience?: Promise<unknown>) =>
    new Promise<void>((resolve) => {
      const go = () => {
        waiting.delete(go);
        resolve();
      };
      waiting.add(go);
      void patience?.then(go);
    });
  /** A worker that is still loading will be there sooner than one more that begins to load. */
  const patience = async () => {
    await Promise.race([...all].map(({ loaded }) => loaded));
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  };

  const runOne = async (invocation: Invocation): Promise<Outcome> => {
    let worker = takeIdle();
    if (!worker && all.size > 0) {
      await turn(patience());
      worker = takeIdle();
    }
    while (!worker && all.size >= maximumWorkers) {
      await turn();
      worker = takeIdle();
    }
    const taken = worker ?? add();
    try {
      return await taken.run(invocation);
    } finally {
      running--;
      giveBack(taken);
    }
  };

  return {
    run(invocation) {
      if (running >= (reservedConcurrency ?? Number.POSITIVE_INFINITY)) return undefined;
      running++;
      return runOne(invocation);
    },
    async prewarm() {
      if (all.size > 0 || closed || reservedConcurrency === 0) return;
      const worker = add();
      idle.push({ worker, sinceMs: performance.now() });
      await worker.loaded;
    },
    async close() {
      closed = true;
      clearInterval(trim);
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}
