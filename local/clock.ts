/**
 * The only place in local/ that reads the time or sets a timer. A real clock follows the machine; a
 * virtual clock stands still until it is advanced and then fires every due timer in order of time.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `fire` once the clock reads `atMs` or later; the returned function cancels it. */
  at(atMs: number, fire: () => void): () => void;
}
