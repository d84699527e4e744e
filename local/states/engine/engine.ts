import type { Clock } from '../../clock.ts';
import type { Authorize, FunctionInvoker } from '../../service.ts';
import type { Machines } from '../registry/machines.ts';
import { HistoryReader } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import { Actors } from './actors.ts';
import { callTask } from './call-task.ts';
import { endOfChild } from './child-end.ts';
import { Courier } from './courier.ts';
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
import { VolatileTimers } from './volatile-timers.ts';

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
  readonly #endListeners = new Set<(execution: Execution) => void>();
  readonly #endings = new Map<number, (execution: Execution) => void>();
  readonly #volatileTimers: VolatileTimers;
  readonly #courier: Courier;
  readonly #startChild: EngineOptions['startChild'];
  readonly #mapRuns = new MapRunDriver(this);
  #nextExecution: number;
  #nextMapRun: number;

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
    this.#volatileTimers = new VolatileTimers(options.clock);
    this.#courier = new Courier(
      options.clock,
      (execution, stimulus) => this.deliver(execution, stimulus),
      options.log,
    );
    const report = (error: unknown): void => this.#courier.report(error);
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
      report,
    );
    this.#retention = new Retention(this.store, this.machines, this.clock, report);
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
    const release = this.#courier.hold();
    void this.#courier.untilStored(() => this.start(spec)).finally(release);
  }

  /** Moves an execution by a transition of the engine itself. */
  transition(execution: number, transition: (turn: Turn) => Promise<void>): void {
    void this.#courier.bring(execution, { kind: 'transition', transition });
  }

  /** The execution as it stands in memory or else in the store. */
  loaded(id: number): Execution | undefined {
    return this.#actors.inMemory(id) ?? loadExecution(this, id);
  }

  nextMapRun(): number {
    return this.#nextMapRun++;
  }

  driveMapRun(mapRun: number): void {
    if (!this.#courier.isClosed) this.#mapRuns.drive(mapRun);
  }

  redriveMapRun(mapRun: number): void {
    this.#mapRuns.redrive(mapRun).catch((error: unknown) => this.#courier.report(error));
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
    if (phase.kind !== 'task' || this.#courier.isClosed) return;
    const { attempt } = phase;
    const release = this.#courier.hold();
    void callTask(this, execution, thread, attempt)
      .then((answer) =>
        this.#courier.bring(execution.row.id, { kind: 'answer', thread: thread.id, attempt, answer }),
      )
      .finally(release);
  }

  abandonChild(child: number): void {
    void this.#courier.bring(child, { kind: 'stop' });
  }

  setVolatileTimer(execution: number, thread: number, due: number): void {
    this.#volatileTimers.set(
      execution,
      due,
      () => void this.#courier.bring(execution, { kind: 'timer', thread }),
    );
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
    void this.#courier.bring(awaiting.execution, { kind: 'child-ended', ...awaiting, answer });
  }

  executionEnded(execution: Execution): void {
    const { awaitedBy } = execution.details;
    this.#mapRuns.childEnded(execution);
    this.#endings.get(execution.row.id)?.(execution);
    this.#endings.delete(execution.row.id);
    this.#volatileTimers.cancel(execution.row.id);
    if (awaitedBy !== undefined) this.childEnded(awaitedBy, execution);
    for (const listener of this.#endListeners) listener(execution);
  }

  /** Calls the listener for every execution that ends; returns how to stop that. */
  onEnd(listener: (execution: Execution) => void): () => void {
    this.#endListeners.add(listener);
    return () => this.#endListeners.delete(listener);
  }

  close(): void {
    this.#courier.close();
    this.timers.stop();
    this.#retention.stop();
    this.#volatileTimers.cancelAll();
    this.store.close();
  }
}
