import { notRedrivable } from '../engine/redrivable.ts';
import type { ExecutionRow } from '../store/rows.ts';
import { ApiError } from './api-error.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { findExecution } from './find-execution.ts';

/** @throws ApiError ExecutionNotRedrivable */
export const redriveExecution: ApiCall = async ({ engine, authorize }, fields) => {
  const arn = fields.text('executionArn');
  authorize('RedriveExecution', arn);
  const row = findExecution(engine, arn);
  const reason = notRedrivable(row, engine.clock.now());
  if (reason !== undefined) throw refused(reason);
  const reception = await engine.deliver(row.id, { kind: 'redrive' });
  if (reception === 'late') throw refused(reasonNow(findExecution(engine, arn), engine.clock.now()));
  return { redriveDate: epochSeconds(engine.clock.now()) };
};

function reasonNow(row: ExecutionRow, now: number): string {
  return notRedrivable(row, now) ?? 'Execution is RUNNING and cannot be redriven';
}

function refused(reason: string): ApiError {
  return new ApiError('ExecutionNotRedrivable', reason);
}
