import type { Clock } from '../../clock.ts';
import type { Authorize, FunctionInvoker } from '../../service.ts';
import type { Machines } from '../registry/machines.ts';
import { StoreWriteError } from '../store/errors.ts';
import { HistoryReader } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import { Actors } from './actors.ts';
import { callTask } from './call-task.ts';
import { endOfChild } from './child-end.ts';
import type { CallService, ChildStart, ChildStarted, EngineContext } from './engine-context.ts';
import type { Execution, Thread } from './execution.ts';
import { loadExecution } from './load-execution.ts';
import { MapRunDriver } from './map-run-driver.ts';
import type { TaskPhase } from './phase.ts';
import { Retention } from './retention.ts';
import { createExecution, type NewExecution } from './start-execution.ts';
import type { Reception, Stimulus } from './stimulus.ts';
import { TaskTokens } from './task-token.ts';
import { Timers } from './timers.ts';
import type { Turn } from './turn.ts';

export type Log = (message: string) => void;

export interface EngineOptions {
  readonly store: Store;
  readonly machines: Machines;
  readonly clock: Clock;
  readonly invoker: FunctionInvoker;
  readonly call: CallService;
  readonly authorize: Authorize;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly log: Log;
  /** StartExecution for tasks (it is the API's business). */
  readonly startChild: (engine: Engine, spec: ChildStart) => Promise<ChildStarted>;
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
  readonly authorize: Authorize;
  readonly tokens: TaskTokens;
  readonly region: string;
  readonly partition: string;
  readonly accountId: string;
  readonly timers: Timers;
  readonly #actors: Actors;
  readonly #retention: Retention;
  readonly #log: Log;
  readonly #endListeners = new Set<(execution: Execution) => void>();
  readonly #endings = new Map<number, (execution: Execution) => void>();
  readonly #volatileTimers = new Map<number, readonly (() => void)[]>();
  readonly #startChild: EngineOptions['startChild'];
  readonly #mapRuns = new MapRunDriver(this);
  #nextExecution: number;
  #nextMapRun: number;
  #isClosed = false;

  constructor(options: EngineOptions) {
    this.store = options.store;
    this.machines = options.machines;
    this.clock = options.clock;
    this.invoker = options.invoker;
    this.call = options.call;
    this.authorize = options.authorize;
    this.region = options.region;
    this.partition = options.partition;
    this.accountId = options.accountId;
    this.#log = options.log;
    this.#startChild = options.startChild;
    this.history = new HistoryReader(this.store.database);
    this.tokens = new TaskTokens(this.store.tokenSecret);
    this.#nextExecution = this.store.firstFreeExecutionId();
    this.#nextMapRun = Math.max(0, ...this.machines.mapRuns.all().map(({ number }) => number)) + 1;
    this.#actors = new Actors(this, this.store, (id) => loadExecution(this, id));
    this.timers = new Timers(
      this.store,
      this.clock,
      (due) => this.deliver(due.execution, { kind: 'timer', thread: due.thread }),
      (error) => this.#log(`states: ${error instanceof Error ? error.message : String(error)}`),
    );
    this.#retention = new Retention(this.store, this.clock, (error) =>
      this.#log(`states: retention: ${String(error)}`),
    );
    // In an empty store there is nothing that had to wait for resume().
    if (this.#nextExecution === 1) this.timers.start();
  }

  /** Starts an execution; resolves when its start is on the disk. */
  async start(spec: NewExecution): Promise<Execution> {
    const execution = createExecution(this, this.#nextExecution++, spec);
    await this.#actors.begin(execution);
    return execution;
  }

  /** Starts an execution and resolves at its end. */
  run(spec: NewExecution): Promise<Execution> {
    const execution = createExecution(this, this.#nextExecution++, spec);
    return new Promise((resolve, reject) => {
      this.#endings.set(execution.row.id, resolve);
      this.#actors.begin(execution).catch(reject);
    });
  }

  startChild(spec: ChildStart): Promise<ChildStarted> {
    return this.#startChild(this, spec);
  }

  /** Starts an execution; while the store cannot be written, it is tried again. */
  startUntilStored(spec: NewExecution): void {
    if (this.#isClosed) return;
    const release = this.#hold();
    this.start(spec)
      .catch((error: unknown) => this.#retryLater(error, () => this.startUntilStored(spec)))
      .finally(release);
  }

  /** Moves an execution by a transition of the engine itself. */
  transition(execution: number, transition: (turn: Turn) => Promise<void>): void {
    void this.#bring(execution, { kind: 'transition', transition });
  }

  /** The execution as it stands in memory or else in the store. */
  loaded(id: number): Execution | undefined {
    return this.#actors.inMemory(id) ?? loadExecution(this, id);
  }

  nextMapRun(): number {
    return this.#nextMapRun++;
  }

  driveMapRun(mapRun: number): void {
    if (!this.#isClosed) this.#mapRuns.drive(mapRun);
  }

  redriveMapRun(mapRun: number): void {
    this.#mapRuns
      .redrive(mapRun)
      .catch((error: unknown) => this.#log(`states: map run ${mapRun}: ${String(error)}`));
  }

  abandonMapRun(mapRun: number): void {
    this.#mapRuns.abandon(mapRun);
  }

  mapRunOutputs(mapRun: number): readonly (string | undefined)[] {
    return this.#mapRuns.outputs(mapRun);
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
    this.#retention.start();
  }

  performTask(execution: Execution, thread: Thread): void {
    const { phase } = thread;
    if (phase.kind !== 'task' || this.#isClosed) return;
    const { attempt } = phase;
    const release = this.#hold();
    void callTask(this, execution, thread, attempt)
      .then((answer) => this.#bring(execution.row.id, { kind: 'answer', thread: thread.id, attempt, answer }))
      .finally(release);
  }

  #cancelVolatileTimers(execution: number): void {
    for (const cancel of this.#volatileTimers.get(execution) ?? []) cancel();
    this.#volatileTimers.delete(execution);
  }

  abandonChild(child: number): void {
    void this.#bring(child, { kind: 'stop' });
  }

  setVolatileTimer(execution: number, thread: number, due: number): void {
    const cancel = this.clock.at(due, () => void this.#bring(execution, { kind: 'timer', thread }));
    const timers = this.#volatileTimers.get(execution) ?? [];
    this.#volatileTimers.set(execution, [...timers, cancel]);
  }

  /** A virtual clock waits for work under way. */
  #hold(): () => void {
    return 'hold' in this.clock && typeof this.clock.hold === 'function' ? this.clock.hold() : () => {};
  }

  awaitChild(execution: Execution, thread: Thread, phase: TaskPhase): void {
    if (phase.child === undefined || this.store.execution(phase.child)?.status === 'RUNNING') return;
    const child = loadExecution(this, phase.child);
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
    this.#mapRuns.childEnded(execution);
    this.#endings.get(execution.row.id)?.(execution);
    this.#endings.delete(execution.row.id);
    this.#cancelVolatileTimers(execution.row.id);
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
    this.#retention.stop();
    for (const execution of [...this.#volatileTimers.keys()]) this.#cancelVolatileTimers(execution);
    this.store.close();
  }

  /** Delivers what must not be lost: while the store cannot be written, it is tried again. */
  async #bring(execution: number, stimulus: Stimulus): Promise<void> {
    if (this.#isClosed) return;
    try {
      await this.deliver(execution, stimulus);
    } catch (error) {
      this.#retryLater(error, () => void this.#bring(execution, stimulus));
    }
  }

  #retryLater(error: unknown, again: () => void): void {
    this.#log(`states: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (error instanceof StoreWriteError && !this.#isClosed)
      this.clock.at(this.clock.now() + storeRetryMs, again);
  }
}
