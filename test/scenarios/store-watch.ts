import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Where a platform keeps what lasts: items, objects, executions, invocations, events and messages under way. */
const STORES = ['dynamodb.db', 's3.db', 'states.db', 'lambda-events.db', 'events.db', 'sqs.db'] as const;

/** Tells which stores were written to, without reading what is in them. */
export interface StoreWatch {
  /** Stores that took a write since the last look. */
  writtenTo(): string[];
}

/**
 * Watches the data directory of a platform that is running. Whatever SQLite commits goes to the write-ahead log of the file first
 * (https://www.sqlite.org/wal.html), whose length and time of change therefore tell every write, even of what was there before.
 */
export function watchStores(data: string): StoreWatch {
  const lookAt = (name: string) => {
    const { size, mtimeNs } = statSync(join(data, `${name}-wal`), { bigint: true });
    return `${size} bytes, changed at ${mtimeNs}`;
  };
  const seen = new Map<string, string>(STORES.map((name) => [name, lookAt(name)]));
  return {
    writtenTo: () =>
      STORES.filter((name) => {
        const now = lookAt(name);
        const isWritten = now !== seen.get(name);
        seen.set(name, now);
        return isWritten;
      }),
  };
}
