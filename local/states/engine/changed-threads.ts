import type { ThreadRow } from '../store/rows.ts';
import type { Thread } from './execution.ts';
import { deadlineThread, marksOf, toThreadRow } from './thread-storage.ts';

/** Which branches a turn has changed, and how much of each has to be stored. */
export class ChangedThreads {
  readonly #changed = new Map<Thread, 'progress' | 'data'>();
  readonly removed: number[] = [];
  #deadline: number | undefined;

  progress(thread: Thread): void {
    if (!this.#changed.has(thread)) this.#changed.set(thread, 'progress');
  }

  data(thread: Thread): void {
    this.#changed.set(thread, 'data');
  }

  remove(thread: Thread): void {
    this.#changed.delete(thread);
    if (thread.stored !== undefined) this.removed.push(thread.id);
  }

  setDeadline(due: number): void {
    this.#deadline = due;
  }

  removeDeadline(): void {
    this.#deadline = undefined;
    this.removed.push(deadlineThread);
  }

  /** Nothing of any branch is stored. */
  clear(): void {
    this.#changed.clear();
    this.#deadline = undefined;
  }

  rows(): readonly ThreadRow[] {
    const rows = [...this.#changed].map(([thread, what]) => toThreadRow(thread, what === 'data'));
    const due = this.#deadline;
    if (due === undefined) return rows;
    const marks = { due, running: false };
    return [...rows, { thread: deadlineThread, progress: '[]', data: '{}', marks, stored: undefined }];
  }

  /** The rows are on the disk. */
  stored(): void {
    for (const thread of this.#changed.keys()) thread.stored = marksOf(thread.phase);
  }
}
