import type { DatabaseSync } from 'node:sqlite';

/** Executions that ended are kept for 90 days. Source: service quotas, "Execution history retention time". */
export const retentionMs = 90 * 24 * 3600 * 1000;

/** Deletes up to `limit` executions that ended before `endedBefore` with all their events; returns how many. */
export function deleteEnded(database: DatabaseSync, endedBefore: number, limit: number): number {
  const expired = database
    .prepare('SELECT id, last_batch FROM executions WHERE stopped_at < ? ORDER BY stopped_at LIMIT ?')
    .all(endedBefore, limit);
  if (expired.length === 0) return 0;
  const deleteBatch = database.prepare('DELETE FROM batches WHERE id = ? RETURNING previous');
  const deleteThreads = database.prepare('DELETE FROM threads WHERE execution = ?');
  const deleteExecution = database.prepare('DELETE FROM executions WHERE id = ?');
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const { id, last_batch: lastBatch } of expired) {
      for (let batch = Number(lastBatch); batch > 0; ) batch = Number(deleteBatch.get(batch)?.previous ?? 0);
      deleteThreads.run(Number(id));
      deleteExecution.run(Number(id));
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
  return expired.length;
}
