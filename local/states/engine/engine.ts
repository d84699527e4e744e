import type { Clock } from '../../clock.ts';
import type { FunctionInvoker } from '../../service.ts';
import type { Machines } from '../registry/machines.ts';
import { StoreWriteError } from '../store/errors.ts';
import { HistoryReader } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import { Actors } from './actors.ts';
import { callTask } from './call-task.ts';
import { endOfChild } from './child-end.ts';
import type { CallService, EngineContext } from './engine-context.ts';
import type { Execution, Thread } from './execution.ts';
import { loadExecution } from './load-execution.ts';
import type { TaskPhase } from './phase.ts';
import { createExecution, type NewExecution } from './start-execution.ts';
import type { Reception, Stimulus } from './stimulus.ts';
import { TaskTokens } from './task-token.ts';
import { Timers } from './timers.ts';

export type Log = (message: string) => void;

export interface EngineOptions {
  readonly store: Store;
  readonly machines: Machines;
  readonly clock: Clock;
  readonly invoker: FunctionInvoker;
  readonly call: CallService;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly log: Log;
}

/** How long an answer waits before it is brought again when the store could not be written. */
const storeRetryMs = 1000;

/** Runs the executions: each is explicit data in the store, moved by stimuli. */
export class Engine implements EngineContext {
  readonly store: Store;
  readonly history: HistoryReader;
  readonly machines: Machines;
  readonly clock: Clock;
  readonly invoker: FunctionInvoker;
  readonly call: CallService;
  readonly tokens: TaskTokens;
  readonly region: string;
  readonly partition: string;
  readonly accountId: string;
  readonly timers: Timers;
  readonly #actors: Actors;
  readonly #log: Log;
  readonly #endListeners = new Set<(execution: Execution) => void>();
  #nextExecution: number;
  #isClosed = false;

  constructor(options: EngineOptions) {
    this.store = options.store;
    this.machines = options.machines;
    this.clock = options.clock;
    this.invoker = options.invoker;
    this.call = options.call;
    this.region = options.region;
    this.partition = options.partition;
    this.accountId = options.accountId;
    this.#log = options.log;
    this.history = new HistoryReader(this.store.database);
    this.tokens = new TaskTokens(this.store.tokenSecret);
    this.#nextExecution = this.store.firstFreeExecutionId();
    this.#actors = new Actors(this, this.store, (id) => loadExecution(this, id));
    this.timers = new Timers(this.store, this.clock, (due) =>
      this.deliver(due.execution, { kind: 'timer', thread: due.thread }),
    );
  }

  /** Starts an execution; resolves when its start is on the disk. */
  async start(spec: NewExecution): Promise<Execution> {
    const execution = createExecution(this, this.#nextExecution++, spec);
    await this.#actors.begin(execution);
    return execution;
  }

  /** Resolves when what the stimulus caused is on the disk. */
  deliver(execution: number, stimulus: Stimulus): Promise<Reception> {
    return this.#actors.deliver(execution, stimulus);
  }

  /** Takes up every execution that was at work when the process ended, and the timers. */
  async resume(): Promise<void> {
    const running = this.store.runningExecutions();
    await Promise.all(running.map((id) => this.deliver(id, { kind: 'resume' })));
    this.timers.start();
  }

  performTask(execution: Execution, thread: Thread): void {
    const { phase } = thread;
    if (phase.kind !== 'task' || this.#isClosed) return;
    const { attempt } = phase;
    void callTask(this, execution, thread, attempt).then((answer) =>
      this.#bring(execution.row.id, { kind: 'answer', thread: thread.id, attempt, answer }),
    );
  }

  awaitChild(execution: Execution, thread: Thread, phase: TaskPhase): void {
    const child = phase.child === undefined ? undefined : loadExecution(this, phase.child);
    if (child?.outcome === undefined) return;
    const awaiting = { execution: execution.row.id, thread: thread.id, attempt: phase.attempt };
    this.childEnded(awaiting, child);
  }

  /** Brings a child execution's end to the task that awaits it. */
  childEnded(awaiting: { execution: number; thread: number; attempt: number }, child: Execution): void {
    const answer = endOfChild(this, child);
    void this.#bring(awaiting.execution, { kind: 'child-ended', ...awaiting, answer });
  }

  executionEnded(execution: Execution): void {
    const { awaitedBy } = execution.details;
    if (awaitedBy !== undefined) this.childEnded(awaitedBy, execution);
    for (const listener of this.#endListeners) listener(execution);
  }

  /** Calls the listener for every execution that ends; returns how to stop that. */
  onEnd(listener: (execution: Execution) => void): () => void {
    this.#endListeners.add(listener);
    return () => this.#endListeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.timers.stop();
    this.store.close();
  }

  /** Delivers what must not be lost: while the store cannot be written, it is tried again. */
  async #bring(execution: number, stimulus: Stimulus): Promise<void> {
    if (this.#isClosed) return;
    try {
      await this.deliver(execution, stimulus);
    } catch (error) {
      this.#log(`states: execution ${execution}: ${error instanceof Error ? error.message : String(error)}`);
      if (!(error instanceof StoreWriteError)) return;
      this.clock.at(this.clock.now() + storeRetryMs, () => void this.#bring(execution, stimulus));
    }
  }
}
