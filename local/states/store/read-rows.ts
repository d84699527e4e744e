import type { ExecutionRow, ExecutionStatus } from './rows.ts';

type SqlRow = Readonly<Record<string, unknown>>;

/** A row of `executions` as the engine sees it. */
export function toExecutionRow(row: SqlRow | undefined): ExecutionRow | undefined {
  if (row === undefined) return undefined;
  return {
    id: Number(row.id),
    machine: Number(row.machine),
    revision: Number(row.revision),
    name: String(row.name),
    status: row.status as ExecutionStatus,
    startedAt: Number(row.started_at),
    stoppedAt: row.stopped_at as number | null,
    lastEvent: Number(row.last_event),
    firstBatch: Number(row.first_batch),
    lastBatch: Number(row.last_batch),
    mapRun: row.map_run as number | null,
    details: row.details as string | null,
  };
}
