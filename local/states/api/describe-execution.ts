import type { Engine } from '../engine/engine.ts';
import { detailsOf, readInput, readOutcome } from '../engine/load-execution.ts';
import { redriveStatusOf } from '../engine/redrivable.ts';
import type { ExecutionRow } from '../store/rows.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { findExecution } from './find-execution.ts';

const included = { included: true };

export const describeExecution: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('executionArn');
  authorize('DescribeExecution', arn);
  const row = findExecution(engine, arn);
  const isMetadataOnly = fields.optionalText('includedData') === 'METADATA_ONLY';
  return {
    ...summary(engine, arn, row),
    ...(isMetadataOnly
      ? { inputDetails: { included: false }, outputDetails: { included: false } }
      : { input: readInput(engine, row).text, inputDetails: included, ...outcomeOf(engine, row) }),
    ...redriveOf(row, engine.clock.now()),
  };
};

function summary(engine: Engine, executionArn: string, row: ExecutionRow): object {
  const { versionArn, aliasArn, traceHeader, mapRunArn } = detailsOf(row);
  return {
    executionArn,
    stateMachineArn: engine.machines.arnOf(row.machine),
    name: row.name,
    status: row.status,
    startDate: epochSeconds(row.startedAt),
    ...(row.stoppedAt !== null && { stopDate: epochSeconds(row.stoppedAt) }),
    ...(versionArn !== undefined && { stateMachineVersionArn: versionArn }),
    ...(aliasArn !== undefined && { stateMachineAliasArn: aliasArn }),
    ...(mapRunArn !== undefined && { mapRunArn }),
    ...(traceHeader !== undefined && { traceHeader }),
  };
}

function outcomeOf(engine: Engine, row: ExecutionRow): object {
  const outcome = readOutcome(engine, row);
  if (outcome === undefined) return {};
  if (outcome.status === 'SUCCEEDED') return { output: outcome.output.text, outputDetails: included };
  const { error, cause } = outcome;
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

function redriveOf(row: ExecutionRow, now: number): object {
  const { redriveCount = 0, redrivenAt } = detailsOf(row);
  const { status, reason } = redriveStatusOf(row, now);
  return {
    redriveCount,
    ...(redrivenAt !== undefined && { redriveDate: epochSeconds(redrivenAt) }),
    redriveStatus: status,
    ...(reason !== undefined && { redriveStatusReason: reason }),
  };
}
