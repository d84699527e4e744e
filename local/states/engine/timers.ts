import type { Clock } from '../../clock.ts';
import type { DueThread, Store } from '../store/store.ts';

/** Timers fired together; the rest follows at once. */
const firedTogether = 500;
/** Pause before timers are looked at again when firing them failed. */
const retryMs = 1000;

/** All timers of all executions stand in the store; only the earliest one is set on the clock. */
export class Timers {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #fire: (due: DueThread) => Promise<unknown>;
  readonly #onFailure: (error: unknown) => void;
  #isStarted = false;
  #isFiring = false;
  #armedAt = Infinity;
  #cancel: () => void = () => {};

  constructor(
    store: Store,
    clock: Clock,
    fire: (due: DueThread) => Promise<unknown>,
    onFailure: (error: unknown) => void,
  ) {
    this.#onFailure = onFailure;
    this.#store = store;
    this.#clock = clock;
    this.#fire = fire;
  }

  start(): void {
    this.#isStarted = true;
    this.rearm();
  }

  stop(): void {
    this.#isStarted = false;
    this.#cancel();
  }

  /** To be called when the store has changed. */
  rearm(): void {
    if (!this.#isStarted || this.#isFiring) return;
    const due = this.#store.earliestDue() ?? Infinity;
    if (due === this.#armedAt) return;
    this.#cancel();
    this.#armedAt = due;
    this.#cancel = due === Infinity ? () => {} : this.#clock.at(due, () => void this.#fireDue());
  }

  async #fireDue(): Promise<void> {
    this.#isFiring = true;
    this.#armedAt = Infinity;
    let failed = false;
    try {
      const due = this.#store.dueThreads(this.#clock.now(), firedTogether);
      await Promise.all(due.map((each) => this.#fire(each)));
    } catch (error) {
      this.#onFailure(error);
      failed = true;
    }
    this.#isFiring = false;
    if (failed) this.#retryLater();
    else this.rearm();
  }

  #retryLater(): void {
    if (!this.#isStarted) return;
    this.#armedAt = this.#clock.now() + retryMs;
    this.#cancel = this.#clock.at(this.#armedAt, () => void this.#fireDue());
  }
}
