import type { DatabaseSync } from 'node:sqlite';
import { toExecutionRow } from './read-rows.ts';
import type { ExecutionRow } from './rows.ts';

export interface ExecutionFilter {
  readonly machine?: number;
  readonly mapRun?: number;
  readonly status?: string;
  /** Only executions with a smaller id, that is, older ones. */
  readonly before: number;
  readonly limit: number;
}

/** Executions, the latest first, as far as `accept` wants them. */
export function listRows(
  database: DatabaseSync,
  filter: ExecutionFilter,
  accept: (row: ExecutionRow) => boolean,
): readonly ExecutionRow[] {
  const [column, value] =
    filter.mapRun === undefined ? ['machine', filter.machine] : ['map_run', filter.mapRun];
  const ofMachine = filter.mapRun === undefined ? ' AND map_run IS NULL' : '';
  const byStatus = filter.status === undefined ? '' : ' AND status = ?';
  const statement = database.prepare(
    `SELECT * FROM executions WHERE ${column} = ? AND id < ?${ofMachine}${byStatus} ORDER BY id DESC`,
  );
  const parameters = [value ?? 0, filter.before, ...(filter.status === undefined ? [] : [filter.status])];
  const found: ExecutionRow[] = [];
  for (const raw of statement.iterate(...parameters)) {
    const row = toExecutionRow(raw);
    if (row !== undefined && accept(row)) found.push(row);
    if (found.length >= filter.limit) break;
  }
  return found;
}
