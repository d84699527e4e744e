import type { Clock } from '../../clock.ts';
import { StoreWriteError } from '../store/errors.ts';
import type { Reception, Stimulus } from './stimulus.ts';

/** How long a delivery waits before it is made again when the store could not be written. */
const storeRetryMs = 1000;

type Deliver = (execution: number, stimulus: Stimulus) => Promise<Reception>;

/** Brings what must not be lost, such as the answer of a task: while the store cannot be written, it is tried again. */
export class Courier {
  readonly #clock: Clock;
  readonly #deliver: Deliver;
  readonly #log: (message: string) => void;
  #isClosed = false;

  constructor(clock: Clock, deliver: Deliver, log: (message: string) => void) {
    this.#clock = clock;
    this.#deliver = deliver;
    this.#log = log;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
  }

  async bring(execution: number, stimulus: Stimulus): Promise<void> {
    await this.untilStored(() => this.#deliver(execution, stimulus));
  }

  /** Does the work now, and again as long as the store refuses it. */
  async untilStored(work: () => Promise<unknown>): Promise<void> {
    if (this.#isClosed) return;
    try {
      await work();
    } catch (error) {
      this.report(error);
      if (!(error instanceof StoreWriteError) || this.#isClosed) return;
      this.#clock.at(this.#clock.now() + storeRetryMs, () => void this.untilStored(work));
    }
  }

  report(error: unknown): void {
    this.#log(`states: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /** A virtual clock waits for work under way until the returned function is called. */
  hold(): () => void {
    return 'hold' in this.#clock && typeof this.#clock.hold === 'function' ? this.#clock.hold() : () => {};
  }
}
