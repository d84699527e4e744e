import type { StateGraph } from '../definition/machine.ts';
import type { Payload } from '../payload.ts';
import type { MapRunRecord } from '../registry/map-run-record.ts';
import type { Change, StoredDocument } from '../store/rows.ts';
import { isExpress } from './arns.ts';
import { ChangedThreads } from './changed-threads.ts';
import type { EngineContext } from './engine-context.ts';
import { EventLog } from './event-log.ts';
import type { Execution, Outcome, Thread } from './execution.ts';
import type { MapItem, Phase, TaskPhase } from './phase.ts';
import { HistoryLimitReached } from './state-error.ts';

/** Events of one execution; the last one is kept for its end. Source: Step Functions service quotas. */
export const maximumHistoryEvents = 25_000;

/** Something to do outside once the turn is on the disk. */
export type Effect = () => void;

export type Transition = () => Promise<void> | void;

/**
 * One turn of one execution: the transitions that follow from what has come in since the last one. It gathers events, changed
 * branches and effects; the turn is stored as a whole and only then are its effects done.
 */
export class Turn {
  readonly execution: Execution;
  readonly engine: EngineContext;
  /** Time of the turn, ms since the epoch. */
  readonly now: number;
  readonly #events: EventLog;
  readonly #threads = new ChangedThreads();
  readonly #documents: StoredDocument[] = [];
  readonly #effects: Effect[] = [];
  readonly #transitions: Transition[] = [];
  #hasChanged = false;

  constructor(execution: Execution, engine: EngineContext) {
    this.execution = execution;
    this.engine = engine;
    this.now = engine.clock.now();
    this.#events = new EventLog(execution.row, this.now);
  }

  /** Events recorded in this turn so far. */
  get recorded(): number {
    return this.#events.length;
  }

  /** Appends an event that follows on the branch's latest one. `body`: its members after `type`. */
  record(thread: Thread, type: string, body: string): number {
    return this.#follow(thread, thread.previousEvent, type, body);
  }

  /** Appends an event beside the branch's line: nothing of the branch follows on it. */
  recordBeside(thread: Thread, type: string, body: string, after = thread.previousEvent): void {
    const { previousEvent } = thread;
    this.#follow(thread, after, type, body);
    thread.previousEvent = previousEvent;
  }

  /** Appends an event of a state that came to nothing: when it was just entered, it follows on what was before the entry. */
  recordInPlaceOfEntry(thread: Thread, type: string, body: string): void {
    const isJustEntered = this.recorded > 0 && this.execution.row.lastEvent === thread.enteredEvent;
    this.#follow(thread, isJustEntered ? this.#events.lastPrevious : thread.previousEvent, type, body);
  }

  #follow(thread: Thread, previousEvent: number, type: string, body: string): number {
    if (this.execution.row.lastEvent >= maximumHistoryEvents - 1) throw new HistoryLimitReached();
    thread.previousEvent = this.#events.append(previousEvent, type, body);
    this.changed(thread);
    return thread.previousEvent;
  }

  /** Appends an event of the execution as a whole. */
  recordForExecution(previousEvent: number, type: string, body: string): number {
    this.#hasChanged = true;
    return this.#events.append(previousEvent, type, body);
  }

  /** The branch's progress has to be stored. */
  changed(thread: Thread): void {
    this.#hasChanged = true;
    this.#threads.progress(thread);
  }

  /** The branch's input, variables or parameters have to be stored. */
  dataChanged(thread: Thread): void {
    this.#hasChanged = true;
    this.#threads.data(thread);
  }

  setPhase(thread: Thread, phase: Phase): void {
    thread.phase = phase;
    this.changed(thread);
    if (phase.kind === 'ready') this.execution.ready.push(thread);
  }

  /** A transition that has to wait until the one at hand is complete. */
  later(transition: Transition): void {
    this.#transitions.push(transition);
  }

  nextTransition(): Transition | undefined {
    return this.#transitions.shift();
  }

  /** A new branch, ready to enter `graph`'s first state. */
  fork(parent: Thread | undefined, index: number, graph: StateGraph, input: Payload, item?: MapItem): Thread {
    const thread: Thread = {
      id: this.execution.nextThread++,
      parent,
      index,
      graph,
      state: graph.StartAt,
      input,
      variables: undefined,
      item,
      items: undefined,
      parameters: undefined,
      taskRole: undefined,
      enteredEvent: 0,
      enteredAt: this.now,
      previousEvent: parent?.previousEvent ?? 0,
      retries: [],
      phase: { kind: 'ready', entered: false },
      stored: undefined,
    };
    this.execution.threads.set(thread.id, thread);
    this.execution.ready.push(thread);
    this.dataChanged(thread);
    return thread;
  }

  /** The branch is gone, with whatever it waited for. */
  remove(thread: Thread): void {
    this.execution.threads.delete(thread.id);
    this.#threads.remove(thread);
    this.#hasChanged = true;
  }

  /** Stores the map run with this turn. */
  putMapRun(mapRun: MapRunRecord): void {
    this.#documents.push({ kind: 'mapRun', arn: mapRun.arn, document: mapRun });
    this.#hasChanged = true;
    this.afterwards(() => this.engine.machines.mapRuns.remember(mapRun.arn, mapRun));
  }

  /** Sets the timer for the end of the machine's TimeoutSeconds. */
  setDeadline(due: number): void {
    this.#threads.setDeadline(due);
    this.#hasChanged = true;
  }

  /** The branch's task is called when the turn is on the disk. */
  startTask(thread: Thread): void {
    this.afterwards(() => this.engine.performTask(this.execution, thread));
  }

  /** The end of the task's child execution is looked for, now or when it comes. */
  awaitChild(thread: Thread, phase: TaskPhase): void {
    this.afterwards(() => this.engine.awaitChild(this.execution, thread, phase));
  }

  /** The children of the map run are started, as many as may run at once. */
  driveMapRun(mapRun: number): void {
    this.afterwards(() => this.engine.driveMapRun(mapRun));
  }

  /** To be done when the turn is on the disk. */
  afterwards(effect: Effect): void {
    this.#effects.push(effect);
  }

  /** The branch ends without having reached its end; it is kept for a redrive. */
  halt(thread: Thread): void {
    const { phase } = thread;
    if (phase.kind === 'halted' || phase.kind === 'done') return;
    const entered = phase.kind !== 'ready' || phase.entered;
    thread.phase = {
      kind: 'halted',
      entered,
      ...(phase.kind === 'fork' && { fork: phase }),
      ...(phase.kind === 'mapRun' && { mapRun: phase.mapRun }),
    };
    this.changed(thread);
  }

  /** Ends the execution. Its timers go; so do its branches, unless they may be wanted for a redrive. */
  end(outcome: Outcome): void {
    const { execution } = this;
    execution.outcome = outcome;
    execution.row.status = outcome.status;
    execution.row.stoppedAt = this.now;
    execution.ready.length = 0;
    this.#transitions.length = 0;
    if (outcome.status === 'SUCCEEDED') {
      execution.threads.clear();
      this.#threads.clear();
    } else {
      for (const thread of execution.threads.values()) this.halt(thread);
      this.#threads.removeDeadline();
    }
    this.afterwards(() => this.engine.executionEnded(execution));
    this.#hasChanged = true;
  }

  /** An execution that has failed goes on. */
  reopen(redriveCount: number): void {
    const { execution } = this;
    const details = { ...execution.details, redriveCount, redrivenAt: this.now };
    execution.outcome = undefined;
    execution.details = details;
    execution.row.status = 'RUNNING';
    execution.row.stoppedAt = null;
    execution.row.details = JSON.stringify(details);
    this.#hasChanged = true;
  }

  /** What has to be stored, undefined when nothing has changed since the last call. */
  takeChange(): Change | undefined {
    if (!this.#hasChanged) return undefined;
    const { execution } = this;
    return {
      execution: execution.row,
      isNew: execution.isNew,
      events: this.#events.text,
      firstEvent: this.#events.firstEvent,
      threads: this.#threads.rows(),
      removedThreads: this.#threads.removed,
      documents: this.#documents,
      isForgotten: execution.outcome !== undefined && isExpress(execution.row.name),
      isOver: execution.outcome?.status === 'SUCCEEDED',
    };
  }

  /** The turn is on the disk: from now on its branches are stored ones; returns what has to be done. */
  stored(): readonly Effect[] {
    this.#threads.stored();
    this.execution.isNew = false;
    return this.#effects;
  }
}
