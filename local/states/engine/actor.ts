import type { Change } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import type { EngineContext } from './engine-context.ts';
import type { Execution } from './execution.ts';
import { advance } from './step.ts';
import { applyStimulus, type Reception, type Stimulus } from './stimulus.ts';
import { Turn } from './turn.ts';

interface Letter {
  readonly stimulus: Stimulus;
  readonly resolve: (reception: Reception) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One execution at work. Stimuli queue up; those that have come by the time it is free are applied together, stored in one
 * transaction, and only then acknowledged.
 */
export class Actor {
  readonly id: number;
  readonly #engine: EngineContext;
  readonly #store: Store;
  readonly #load: (id: number) => Execution | undefined;
  readonly #onIdle: (actor: Actor) => void;
  #queue: Letter[] = [];
  #isBusy = false;
  execution: Execution | undefined;

  constructor(
    id: number,
    engine: EngineContext,
    store: Store,
    load: (id: number) => Execution | undefined,
    onIdle: (actor: Actor) => void,
  ) {
    this.id = id;
    this.#engine = engine;
    this.#store = store;
    this.#load = load;
    this.#onIdle = onIdle;
  }

  /** Resolves when what the stimulus caused is on the disk. */
  deliver(stimulus: Stimulus): Promise<Reception> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ stimulus, resolve, reject });
      if (!this.#isBusy) void this.#work();
    });
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    // Others that are to come in the same turn of the event loop are taken along.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const letters = this.#queue;
      this.#queue = [];
      await this.#handle(letters);
    }
    this.#isBusy = false;
    this.#onIdle(this);
  }

  async #handle(letters: readonly Letter[]): Promise<void> {
    try {
      this.execution ??= this.#load(this.id);
      const { execution } = this;
      const receptions = execution === undefined ? [] : await this.#turns(execution, letters);
      for (const [index, { resolve }] of letters.entries()) resolve(receptions[index] ?? 'late');
    } catch (error) {
      // What is in memory may be ahead of the disk: forget it, the disk is right.
      this.execution = undefined;
      for (const { reject } of letters) reject(error);
    }
  }

  /** Applies the stimuli and makes every step they allow; long runs are stored in several turns. */
  async #turns(execution: Execution, letters: readonly Letter[]): Promise<readonly Reception[]> {
    const receptions: Reception[] = [];
    let turn = new Turn(execution, this.#engine);
    for (const { stimulus } of letters) receptions.push(await applyStimulus(turn, stimulus));
    await advance(turn);
    await this.#keep(turn);
    while (execution.ready.length > 0) {
      turn = new Turn(execution, this.#engine);
      await advance(turn);
      await this.#keep(turn);
    }
    return receptions;
  }

  async #keep(turn: Turn): Promise<void> {
    const change = turn.takeChange();
    if (change === undefined) return this.#do(turn);
    if (!turn.execution.isVolatile) await this.#store.commit(change);
    else this.#setTimers(change);
    this.#do(turn);
  }

  #setTimers({ execution, threads }: Change): void {
    for (const { thread, marks } of threads) {
      if (marks.due !== null) this.#engine.setVolatileTimer(execution.id, thread, marks.due);
    }
  }

  #do(turn: Turn): void {
    for (const effect of turn.stored()) effect();
  }
}
