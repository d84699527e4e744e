import type { Clock } from '../../clock.ts';

/** Timers of executions that are not stored. */
export class VolatileTimers {
  readonly #clock: Clock;
  readonly #byExecution = new Map<number, (() => void)[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(execution: number, due: number, fire: () => void): void {
    const timers = this.#byExecution.get(execution) ?? [];
    timers.push(this.#clock.at(due, fire));
    this.#byExecution.set(execution, timers);
  }

  cancel(execution: number): void {
    for (const cancel of this.#byExecution.get(execution) ?? []) cancel();
    this.#byExecution.delete(execution);
  }

  cancelAll(): void {
    for (const execution of [...this.#byExecution.keys()]) this.cancel(execution);
  }
}
