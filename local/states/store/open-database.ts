import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { StoreOpenError } from './errors.ts';
import { schema, schemaVersion } from './schema.ts';

/**
 * Opens (or makes) the store and checks it. One process at a time: the lock is held until the database is closed.
 * @throws StoreOpenError with what to do about it
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file);
    configure(database);
    checkVersion(database, file);
    return database;
  } catch (error) {
    if (error instanceof StoreOpenError) throw error;
    throw new StoreOpenError(explain(file, error), { cause: error });
  }
}

/** `synchronous = FULL` makes every commit wait for the disk; exclusive locking spares the shared-memory file. */
function configure(database: DatabaseSync): void {
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA cache_size = -16000;
    PRAGMA temp_store = MEMORY;
  `);
  database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT`);
}

function checkVersion(database: DatabaseSync, file: string): void {
  const set = database.prepare('INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)');
  set.run('schemaVersion', String(schemaVersion));
  set.run('tokenSecret', randomBytes(32).toString('hex'));
  const found = readMeta(database, 'schemaVersion');
  if (found !== String(schemaVersion)) {
    throw new StoreOpenError(
      `The execution store ${file} has schema version ${found}, this runtime ${schemaVersion}.`,
    );
  }
}

/** A value written once, at creation. */
export function readMeta(database: DatabaseSync, name: string): string {
  const row = database.prepare('SELECT value FROM meta WHERE name = ?').get(name);
  return String(row?.value);
}

function explain(file: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed|corrupt/i.test(message)) {
    return `The execution store ${file} is damaged (${message}). Restore it from a backup, or move it away to start empty.`;
  }
  if (/locked|busy/i.test(message)) return `The execution store ${file} is in use by another process.`;
  return `The execution store ${file} cannot be opened: ${message}`;
}
