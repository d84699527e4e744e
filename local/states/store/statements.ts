import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Change, ExecutionRow, ThreadRow } from './rows.ts';

/** The prepared statements that write a {@link Change}. */
export class ChangeWriter {
  readonly #insertExecution: StatementSync;
  readonly #updateExecution: StatementSync;
  readonly #insertBatch: StatementSync;
  readonly #insertThread: StatementSync;
  readonly #updateThread: StatementSync;
  readonly #updateProgress: StatementSync;
  readonly #updateMarks: StatementSync;
  readonly #deleteThread: StatementSync;
  readonly #deleteThreads: StatementSync;
  readonly #putDocument: StatementSync;
  readonly #deleteBatch: StatementSync;
  readonly #deleteExecution: StatementSync;
  #nextBatch: number;

  constructor(database: DatabaseSync) {
    this.#insertExecution = database.prepare(
      'INSERT INTO executions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#updateExecution = database.prepare(
      'UPDATE executions SET status = ?, stopped_at = ?, last_event = ?, last_batch = ?, details = ? WHERE id = ?',
    );
    this.#insertBatch = database.prepare('INSERT INTO batches VALUES (?, ?, ?, ?)');
    this.#insertThread = database.prepare('INSERT INTO threads VALUES (?, ?, ?, ?, ?, ?)');
    this.#updateThread = database.prepare(
      'UPDATE threads SET progress = ?, data = ? WHERE execution = ? AND thread = ?',
    );
    this.#updateProgress = database.prepare(
      'UPDATE threads SET progress = ? WHERE execution = ? AND thread = ?',
    );
    this.#updateMarks = database.prepare(
      'UPDATE threads SET due = ?, running = ? WHERE execution = ? AND thread = ?',
    );
    this.#deleteThread = database.prepare('DELETE FROM threads WHERE execution = ? AND thread = ?');
    this.#deleteThreads = database.prepare('DELETE FROM threads WHERE execution = ?');
    this.#putDocument = database.prepare('INSERT OR REPLACE INTO registry VALUES (?, ?, ?)');
    this.#deleteBatch = database.prepare('DELETE FROM batches WHERE id = ? RETURNING previous');
    this.#deleteExecution = database.prepare('DELETE FROM executions WHERE id = ?');
    const last = database.prepare('SELECT max(id) AS id FROM batches').get();
    this.#nextBatch = Number(last?.id ?? 0) + 1;
  }

  /** Must run inside a transaction. */
  write(change: Change): void {
    const { execution } = change;
    if (change.isForgotten) {
      if (!change.isNew) this.#forget(execution);
      return;
    }
    if (change.events !== '') {
      const batch = this.#nextBatch++;
      this.#insertBatch.run(batch, execution.lastBatch, change.firstEvent, change.events);
      if (execution.firstBatch === 0) execution.firstBatch = batch;
      execution.lastBatch = batch;
    }
    this.#writeExecution(execution, change.isNew);
    for (const { kind, arn, document } of change.documents)
      this.#putDocument.run(kind, arn, JSON.stringify(document));
    if (change.isOver) {
      if (!change.isNew) this.#deleteThreads.run(execution.id);
      return;
    }
    for (const thread of change.removedThreads) this.#deleteThread.run(execution.id, thread);
    for (const row of change.threads) this.#writeThread(execution.id, row);
  }

  #forget({ id, lastBatch }: ExecutionRow): void {
    for (let batch = lastBatch; batch > 0; ) batch = Number(this.#deleteBatch.get(batch)?.previous ?? 0);
    this.#deleteThreads.run(id);
    this.#deleteExecution.run(id);
  }

  #writeExecution(row: ExecutionRow, isNew: boolean): void {
    const { id, status, startedAt, stoppedAt, lastEvent, firstBatch, lastBatch, details } = row;
    if (!isNew) {
      this.#updateExecution.run(status, stoppedAt, lastEvent, lastBatch, details, id);
      return;
    }
    this.#insertExecution.run(
      id,
      row.machine,
      row.revision,
      row.name,
      status,
      startedAt,
      stoppedAt,
      lastEvent,
      firstBatch,
      lastBatch,
      row.mapRun,
      details,
    );
  }

  /** Marks are written only when they change: naming an indexed column writes a page of its index, one in six of a step's. */
  #writeThread(execution: number, { thread, progress, data, marks, stored }: ThreadRow): void {
    const { due, running } = marks;
    if (stored === undefined) {
      this.#insertThread.run(execution, thread, progress, data ?? '{}', due, running ? 1 : null);
      return;
    }
    if (data === undefined) this.#updateProgress.run(progress, execution, thread);
    else this.#updateThread.run(progress, data, execution, thread);
    if (due !== stored.due || running !== stored.running)
      this.#updateMarks.run(due, running ? 1 : null, execution, thread);
  }
}
