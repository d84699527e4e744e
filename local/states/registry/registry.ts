import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Small documents by kind and ARN, all in memory, written through to the store. */
export class Documents {
  readonly #put: StatementSync;
  readonly #delete: StatementSync;
  readonly #byKind = new Map<string, Map<string, unknown>>();

  constructor(database: DatabaseSync) {
    this.#put = database.prepare('INSERT OR REPLACE INTO registry VALUES (?, ?, ?)');
    this.#delete = database.prepare('DELETE FROM registry WHERE kind = ? AND arn = ?');
    for (const row of database.prepare('SELECT kind, arn, body FROM registry ORDER BY kind, arn').all()) {
      this.#of(String(row.kind)).set(String(row.arn), JSON.parse(String(row.body)));
    }
  }

  /** A typed view of one kind. */
  collection<T>(kind: string): Collection<T> {
    const documents = this.#of(kind) as Map<string, T>;
    return {
      get: (arn) => documents.get(arn),
      all: () => [...documents.values()],
      put: (arn, document) => {
        this.#put.run(kind, arn, JSON.stringify(document));
        documents.set(arn, document);
      },
      remember: (arn, document) => {
        documents.set(arn, document);
      },
      remove: (arn) => {
        this.#delete.run(kind, arn);
        documents.delete(arn);
      },
    };
  }

  #of(kind: string): Map<string, unknown> {
    const found = this.#byKind.get(kind) ?? new Map<string, unknown>();
    this.#byKind.set(kind, found);
    return found;
  }
}

export interface Collection<T> {
  get(arn: string): T | undefined;
  all(): readonly T[];
  /** On the disk when it returns. */
  put(arn: string, document: T): void;
  /** Takes a document that was stored with a turn of an execution. */
  remember(arn: string, document: T): void;
  remove(arn: string): void;
}
