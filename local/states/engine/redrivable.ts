import type { ExecutionRow } from '../store/rows.ts';
import { maximumHistoryEvents } from './turn.ts';

/** Source: API reference, RedriveExecution: within 14 days of the execution's end. */
const redrivableMs = 14 * 24 * 3600 * 1000;

/** Why an execution cannot be redriven, in AWS's words. */
export function notRedrivable(row: ExecutionRow, now: number): string | undefined {
  if (row.mapRun !== null) return 'Execution was started by a Map Run and cannot be redriven';
  if (row.status === 'RUNNING' || row.status === 'SUCCEEDED') {
    return `Execution is ${row.status} and cannot be redriven`;
  }
  if (row.lastEvent >= maximumHistoryEvents - 1) return 'Execution history event limit exceeded';
  if (now - (row.stoppedAt ?? now) > redrivableMs)
    return 'Execution exceeds the redrivable period of 14 days';
  return undefined;
}

/** Source: API reference, DescribeExecution, redriveStatus and redriveStatusReason. */
export function redriveStatusOf(row: ExecutionRow, now: number): { status: string; reason?: string } {
  const reason = notRedrivable(row, now);
  return reason === undefined ? { status: 'REDRIVABLE' } : { status: 'NOT_REDRIVABLE', reason };
}
