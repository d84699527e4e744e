import type { Clock } from '../../clock.ts';
import { deleteEnded, retentionMs } from '../store/retention.ts';
import type { Store } from '../store/store.ts';

const dayMs = 86_400_000;
/** Deleted in one transaction; the rest follows in the next turns of the event loop. */
const deletedTogether = 100;

/** Deletes what is older than the retention time, at the start and every day. */
export class Retention {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #onFailure: (error: unknown) => void;
  #cancel: () => void = () => {};
  #isStopped = false;

  constructor(store: Store, clock: Clock, onFailure: (error: unknown) => void) {
    this.#store = store;
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
    let deleted = 0;
    try {
      deleted = deleteEnded(this.#store.database, this.#clock.now() - retentionMs, deletedTogether);
    } catch (error) {
      this.#onFailure(error);
    }
    if (deleted === deletedTogether) setImmediate(() => this.#sweep());
    else this.#cancel = this.#clock.at(this.#clock.now() + dayMs, () => this.#sweep());
  }
}
