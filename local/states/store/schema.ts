/**
 * The tables of the engine's store. History is the truth: `batches` holds the events exactly as GetExecutionHistory
 * answers them, a row per commit, each row pointing to the one before it. `threads` is where an execution stands (a row per
 * branch), so that a restart need not replay. Finished executions keep only their row and their batches.
 */
export const schemaVersion = 1;

export const schema = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS registry (
  kind TEXT NOT NULL, arn TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, arn)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS executions (
  id INTEGER PRIMARY KEY,
  machine INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  stopped_at INTEGER,
  last_event INTEGER NOT NULL,
  first_batch INTEGER NOT NULL,
  last_batch INTEGER NOT NULL,
  map_run INTEGER,
  details TEXT
);
CREATE UNIQUE INDEX IF NOT EXISTS executions_by_name ON executions (machine, name);
CREATE INDEX IF NOT EXISTS executions_by_machine ON executions (machine, id);
CREATE INDEX IF NOT EXISTS executions_by_map_run ON executions (map_run) WHERE map_run IS NOT NULL;
CREATE INDEX IF NOT EXISTS executions_by_end ON executions (stopped_at) WHERE stopped_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS batches (
  id INTEGER PRIMARY KEY, previous INTEGER NOT NULL, first_event INTEGER NOT NULL, events TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS threads (
  execution INTEGER NOT NULL,
  thread INTEGER NOT NULL,
  progress TEXT NOT NULL,
  data TEXT NOT NULL,
  due INTEGER,
  running INTEGER,
  PRIMARY KEY (execution, thread)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS threads_by_due ON threads (due) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS threads_running ON threads (execution, thread) WHERE running = 1;
`;
