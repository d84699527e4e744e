import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ExecutionRow } from './rows.ts';

interface Batch {
  readonly previous: number;
  readonly first_event: number;
  readonly events: string;
}

/** Reads the events of one execution, backwards along the chain of its batches. */
export class HistoryReader {
  readonly #batch: StatementSync;

  constructor(database: DatabaseSync) {
    this.#batch = database.prepare('SELECT previous, first_event, events FROM batches WHERE id = ?');
  }

  /** The JSON array of the events with ids from `first` to `last` (both inclusive), ascending. */
  read(execution: ExecutionRow, first: number, last: number): string {
    const parts: string[] = [];
    for (const batch of this.#backwards(execution.lastBatch)) {
      if (batch.first_event <= last) parts.push(batch.events);
      if (batch.first_event <= first) break;
    }
    return `[${parts.reverse().join(',')}]`;
  }

  /** The execution's first event, ExecutionStarted. */
  firstBatch(execution: ExecutionRow): string {
    return `[${this.#get(execution.firstBatch)?.events ?? ''}]`;
  }

  /** The latest events; the very last one ends a finished execution. */
  lastBatch(execution: ExecutionRow): string {
    return `[${this.#get(execution.lastBatch)?.events ?? ''}]`;
  }

  *#backwards(last: number): Generator<Batch> {
    for (let batch = this.#get(last); batch !== undefined; batch = this.#get(batch.previous)) yield batch;
  }

  #get(id: number): Batch | undefined {
    return this.#batch.get(id) as Batch | undefined;
  }
}
