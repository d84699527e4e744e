import { useState, useSyncExternalStore } from 'react';

/** Which tasks are chosen, beside the table's own state: of hundreds of rows only the one that changes is drawn again. */
export class Chooser {
  #chosen: ReadonlySet<string> = new Set();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly chosen = (): ReadonlySet<string> => this.#chosen;

  choose(taskId: string, isChosen: boolean): void {
    const next = new Set(this.#chosen);
    if (isChosen) next.add(taskId);
    else next.delete(taskId);
    this.#change(next);
  }

  clear(): void {
    this.#change(new Set());
  }

  #change(next: ReadonlySet<string>): void {
    this.#chosen = next;
    for (const listener of this.#listeners) listener();
  }
}

export function useChooser() {
  const [chooser] = useState(() => new Chooser());
  return { chooser, chosen: useSyncExternalStore(chooser.subscribe, chooser.chosen) };
}

export function useIsChosen(chooser: Chooser, taskId: string): boolean {
  return useSyncExternalStore(chooser.subscribe, () => chooser.chosen().has(taskId));
}
