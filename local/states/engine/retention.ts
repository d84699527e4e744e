import type { Clock } from '../../clock.ts';
import type { Machines } from '../registry/machines.ts';
import { deleteEnded, retentionMs } from '../store/retention.ts';
import type { Store } from '../store/store.ts';

const dayMs = 86_400_000;
/** Deleted in one transaction; the rest follows in the next turns of the event loop. */
const deletedTogether = 100;

/** Deletes what is older than the retention time, at the start and every day. */
export class Retention {
  readonly #store: Store;
  readonly #machines: Machines;
  readonly #clock: Clock;
  readonly #onFailure: (error: unknown) => void;
  #cancel: () => void = () => {};
  #isStopped = false;

  constructor(store: Store, machines: Machines, clock: Clock, onFailure: (error: unknown) => void) {
    this.#store = store;
    this.#machines = machines;
    this.#clock = clock;
    this.#onFailure = onFailure;
  }

  start(): void {
    this.#isStopped = false;
    this.#sweep();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  #sweep(): void {
    if (this.#isStopped) return;
    const before = this.#clock.now() - retentionMs;
    let deleted = 0;
    try {
      deleted = deleteEnded(this.#store.database, before, deletedTogether);
      if (deleted < deletedTogether) this.#machines.forgetMapRuns(before);
    } catch (error) {
      this.#onFailure(error);
    }
    if (deleted === deletedTogether) setImmediate(() => this.#sweep());
    else this.#cancel = this.#clock.at(this.#clock.now() + dayMs, () => this.#sweep());
  }
}
