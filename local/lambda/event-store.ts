import { DatabaseSync } from 'node:sqlite';

/** An asynchronous invocation that was accepted and has not ended. */
export interface AcceptedEvent {
  readonly id: string;
  /** As it was asked for: name, ARN, version or alias. */
  readonly functionName: string;
  readonly payload: string;
  readonly acceptedAtMs: number;
  /** Invocations that failed so far. */
  readonly failures: number;
  /** Invocations that found no room so far. */
  readonly throttles: number;
  readonly dueAtMs: number;
}

/** Keeps accepted events on disk until they are done with. */
export interface EventStore {
  put(event: AcceptedEvent): void;
  remove(id: string): void;
  all(): readonly AcceptedEvent[];
  close(): void;
}

/** @param file path of the database, or `:memory:` */
export function openEventStore(file: string): EventStore {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS event (id TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
  `);
  const put = database.prepare('INSERT OR REPLACE INTO event (id, content) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM event WHERE id = ?');
  const all = database.prepare('SELECT content FROM event');
  return {
    put: (event) => void put.run(event.id, JSON.stringify(event)),
    remove: (id) => void remove.run(id),
    all: () => all.all().map((row): AcceptedEvent => JSON.parse(String(row.content))),
    close: () => database.close(),
  };
}
