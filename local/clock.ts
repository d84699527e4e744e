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

/** A clock that only moves when told to; deadlines of a month pass in milliseconds, always in the same order. */
export interface VirtualClock extends Clock {
  /**
   * Moves the clock by `ms`, firing each due timer at its own instant: by time, then by creation. Between two timers the
   * work the first one caused is waited for (see {@link VirtualClock.hold}).
   */
  advance(ms: number): Promise<void>;
  /** Marks work that the clock must wait for, such as a running function; the returned function ends the mark. */
  hold(): () => void;
  /** The instant as a double in shared memory, for worker threads. */
  readonly shared: SharedArrayBuffer;
}

/** Whether the clock can be advanced. */
export function isVirtual(clock: Clock | VirtualClock): clock is VirtualClock {
  return 'advance' in clock;
}

/** setTimeout takes a signed 32-bit number of milliseconds; a longer wait is made of several. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(atMs, fire) {
    let timer: NodeJS.Timeout;
    const arm = () => {
      const delayMs = Math.min(Math.max(atMs - Date.now(), 0), LONGEST_TIMEOUT_MS);
      // A timer may fire a millisecond early, and a long wait comes in pieces: look again.
      timer = setTimeout(() => (Date.now() >= atMs ? fire() : arm()), delayMs);
    };
    arm();
    return () => clearTimeout(timer);
  },
};

interface Timer {
  readonly atMs: number;
  readonly sequence: number;
  readonly fire: () => void;
}

/** Turns of the event loop without held work after which nothing more is taken to happen by itself. */
const QUIET_TURNS = 8;
/** Held work that waits for the clock itself would wait for ever: after this much real time the clock goes on. */
const LONGEST_HOLD_MS = 30_000;

/** A virtual clock that reads `startMs` (milliseconds since the epoch). */
export function createVirtualClock(startMs: number): VirtualClock {
  const shared = new SharedArrayBuffer(8);
  const instant = new Float64Array(shared);
  instant[0] = startMs;
  const timers = new Set<Timer>();
  const work = createHolds();
  let sequence = 0;
  let advancing: Promise<void> = Promise.resolve();

  const now = () => instant[0] ?? startMs;
  const advanceTo = async (targetMs: number) => {
    await work.settled();
    for (let due = earliest(timers, targetMs); due; due = earliest(timers, targetMs)) {
      timers.delete(due);
      instant[0] = Math.max(now(), due.atMs);
      due.fire();
      await work.settled();
    }
    instant[0] = targetMs;
  };

  return {
    shared,
    now,
    at(atMs, fire) {
      const timer: Timer = { atMs, sequence: sequence++, fire };
      timers.add(timer);
      // What is due already needs no advance; it fires after the work at hand, as on the machine's clock.
      if (atMs <= now()) setImmediate(() => timers.delete(timer) && fire());
      return () => timers.delete(timer);
    },
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`a clock cannot be advanced by ${ms} ms`);
      // Who advanced before is told of a timer that threw; who advances next goes on.
      advancing = advancing.catch(() => {}).then(() => advanceTo(now() + ms));
      return advancing;
    },
    hold: work.hold,
  };
}

function earliest(timers: ReadonlySet<Timer>, untilMs: number): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers) {
    if (timer.atMs > untilMs) continue;
    if (!first || timer.atMs < first.atMs || (timer.atMs === first.atMs && timer.sequence < first.sequence)) {
      first = timer;
    }
  }
  return first;
}

/** Counts the work that is held. */
function createHolds(): { hold(): () => void; settled(): Promise<void> } {
  let held = 0;
  let onFree: () => void = () => {};

  /** Resolves when no work is held, or after the longest time: then false. */
  const free = () =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(resolve, LONGEST_HOLD_MS, false);
      onFree = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  return {
    hold() {
      held++;
      let ended = false;
      return () => {
        if (!ended && --held === 0) onFree();
        ended = true;
      };
    },
    /** Resolves when the event loop has turned several times and no work is held. */
    async settled() {
      for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
        await new Promise((resolve) => setImmediate(resolve));
        if (held === 0) continue;
        quiet = -1;
        if (!(await free())) return;
      }
    },
  };
}
