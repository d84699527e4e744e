import type { DatabaseSync } from 'node:sqlite';
import { StoreWriteError } from './errors.ts';
import type { Change } from './rows.ts';
import { ChangeWriter } from './statements.ts';

interface Waiting {
  readonly change: Change;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the changes of all executions within one turn of the event loop into one transaction, hence one sync of the disk.
 * A change that cannot be written fails alone; the others of its group are written.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #writer: ChangeWriter;
  readonly #afterCommit: () => void;
  #waiting: Waiting[] = [];

  constructor(database: DatabaseSync, file: string, afterCommit: () => void) {
    this.#database = database;
    this.#file = file;
    this.#writer = new ChangeWriter(database);
    this.#afterCommit = afterCommit;
  }

  /** Resolves once the change is on the disk. @throws StoreWriteError when it is not */
  commit(change: Change): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.flush());
      this.#waiting.push({ change, resolve, reject });
    });
  }

  /** Writes what waits. */
  flush(): void {
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    const failure = this.#write(group);
    if (failure === undefined) for (const { resolve } of group) resolve();
    else if (group.length === 1) group[0]?.reject(failure);
    else for (const member of group) this.#writeAlone(member);
    this.#afterCommit();
  }

  #writeAlone(member: Waiting): void {
    const failure = this.#write([member]);
    if (failure === undefined) member.resolve();
    else member.reject(failure);
  }

  #write(group: readonly Waiting[]): StoreWriteError | undefined {
    const batchesBefore = group.map(
      ({ change }) => [change.execution.firstBatch, change.execution.lastBatch] as const,
    );
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      for (const { change } of group) this.#writer.write(change);
      this.#database.exec('COMMIT');
      return undefined;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      group.forEach(({ change }, index) => {
        [change.execution.firstBatch, change.execution.lastBatch] = batchesBefore[index] ?? [0, 0];
      });
      return new StoreWriteError(this.#file, error);
    }
  }
}
