import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { GroupCommit } from './group-commit.ts';
import { openDatabase, readMeta } from './open-database.ts';
import { toExecutionRow } from './read-rows.ts';
import type { Change, ExecutionRow } from './rows.ts';

/** A stored branch, as it is read back. */
export interface StoredThread {
  readonly thread: number;
  readonly progress: string;
  readonly data: string;
}

/** A timer that is due. */
export interface DueThread {
  readonly execution: number;
  readonly thread: number;
  readonly due: number;
}

/** The engine's durable memory: one SQLite file, or `:memory:`. Reads are synchronous, writes are group commits. */
export class Store {
  readonly database: DatabaseSync;
  /** Signs task tokens; made with the store, so that tokens outlive a restart. */
  readonly tokenSecret: string;
  readonly #commits: GroupCommit;
  readonly #executionById: StatementSync;
  readonly #executionByName: StatementSync;
  readonly #threads: StatementSync;
  readonly #dueThreads: StatementSync;
  readonly #earliestDue: StatementSync;
  readonly #runningExecutions: StatementSync;

  /** @throws StoreOpenError when the file is damaged or in use */
  static open(file: string, afterCommit: () => void): Store {
    return new Store(openDatabase(file), file, afterCommit);
  }

  /** @param file how messages call the database */
  constructor(database: DatabaseSync, file: string, afterCommit: () => void) {
    this.database = database;
    this.tokenSecret = readMeta(this.database, 'tokenSecret');
    this.#commits = new GroupCommit(this.database, file, afterCommit);
    const prepare = (sql: string): StatementSync => this.database.prepare(sql);
    this.#executionById = prepare('SELECT * FROM executions WHERE id = ?');
    this.#executionByName = prepare('SELECT * FROM executions WHERE machine = ? AND name = ?');
    this.#threads = prepare('SELECT thread, progress, data FROM threads WHERE execution = ? ORDER BY thread');
    this.#dueThreads = prepare(
      'SELECT execution, thread, due FROM threads WHERE due <= ? ORDER BY due, execution, thread LIMIT ?',
    );
    this.#earliestDue = prepare('SELECT min(due) AS due FROM threads WHERE due IS NOT NULL');
    this.#runningExecutions = prepare(
      'SELECT DISTINCT execution FROM threads WHERE running = 1 ORDER BY execution',
    );
  }

  commit(change: Change): Promise<void> {
    return this.#commits.commit(change);
  }

  /** The id the next new execution gets. */
  firstFreeExecutionId(): number {
    const row = this.database.prepare('SELECT max(id) AS id FROM executions').get();
    return Number(row?.id ?? 0) + 1;
  }

  execution(id: number): ExecutionRow | undefined {
    return toExecutionRow(this.#executionById.get(id));
  }

  executionNamed(machine: number, name: string): ExecutionRow | undefined {
    return toExecutionRow(this.#executionByName.get(machine, name));
  }

  threads(execution: number): readonly StoredThread[] {
    return this.#threads.all(execution) as unknown as readonly StoredThread[];
  }

  /** At most `limit` timers due at `now` or before, in order of time. */
  dueThreads(now: number, limit: number): readonly DueThread[] {
    return this.#dueThreads.all(now, limit) as unknown as readonly DueThread[];
  }

  earliestDue(): number | undefined {
    const due = this.#earliestDue.get()?.due;
    return typeof due === 'number' ? due : undefined;
  }

  /** Executions with work that went on in the process when it ended. */
  runningExecutions(): readonly number[] {
    return this.#runningExecutions.all().map((row) => Number(row.execution));
  }

  close(): void {
    this.#commits.flush();
    this.database.close();
  }
}
