import { executionArn } from '../engine/arns.ts';
import type { Engine } from '../engine/engine.ts';
import { detailsOf } from '../engine/load-execution.ts';
import { type ExecutionFilter, listRows } from '../store/list-executions.ts';
import type { ExecutionRow } from '../store/rows.ts';
import { ApiError, errors } from './api-error.ts';
import { type ApiCall, type CallContext, epochSeconds } from './call.ts';
import type { Fields } from './fields.ts';
import { findMapRun } from './map-runs.ts';
import { pageSize, pageToken, readPageToken } from './page-token.ts';
import { type Target, targetMachine } from './target-machine.ts';

const redrives = ['NOT_REDRIVEN', 'REDRIVEN'];
const statuses = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'];

/** The latest first. */
export const listExecutions: ApiCall = (context, fields) => {
  const { engine, authorize } = context;
  const mapRunArn = fields.optionalText('mapRunArn');
  if (mapRunArn !== undefined) return listChildren(context, fields, mapRunArn);
  const arn = fields.optionalText('stateMachineArn');
  if (arn === undefined) throw errors.validation('Must provide a stateMachineArn or a mapRunArn');
  authorize('ListExecutions', arn);
  const target = targetMachine(engine, arn);
  if (target.machine.type === 'EXPRESS') {
    throw new ApiError(
      'StateMachineTypeNotSupported',
      'This operation is not supported by this type of state machine',
    );
  }
  return page(engine, fields, arn, { machine: target.machine.number }, (row) => isOf(target, row));
};

/** The child executions of a map run. */
function listChildren({ engine, authorize }: CallContext, fields: Fields, arn: string): object {
  authorize('ListExecutions', arn);
  return page(engine, fields, arn, { mapRun: findMapRun(engine, arn).number }, () => true);
}

function page(
  engine: Engine,
  fields: Fields,
  arn: string,
  of: Pick<ExecutionFilter, 'machine' | 'mapRun'>,
  accept: (row: ExecutionRow) => boolean,
): object {
  const status = filterOf(fields, 'statusFilter', statuses);
  const redrive = filterOf(fields, 'redriveFilter', redrives);
  const size = pageSize(fields.optionalCount('maxResults'));
  const subject = `${arn} ${status ?? ''} ${redrive ?? ''}`;
  const before = readPageToken(fields.optionalText('nextToken'), subject, 3096) ?? Number.MAX_SAFE_INTEGER;
  const filter = { ...of, before, limit: size + 1, ...(status !== undefined && { status }) };
  const isWanted = (row: ExecutionRow): boolean =>
    redrive === undefined || (detailsOf(row).redriveCount ?? 0) > 0 === (redrive === 'REDRIVEN');
  const found = listRows(engine.store.database, filter, (row) => accept(row) && isWanted(row));
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return {
    executions: rows.map((row) => listed(engine, row)),
    ...(found.length > size && last !== undefined && { nextToken: pageToken(subject, last.id) }),
  };
}

/** A version or alias ARN lists only what was started through it. */
function isOf({ versionArn, aliasArn }: Target, row: ExecutionRow): boolean {
  if (versionArn === undefined && aliasArn === undefined) return true;
  const details = detailsOf(row);
  return aliasArn === undefined ? details.versionArn === versionArn : details.aliasArn === aliasArn;
}

function filterOf(fields: Fields, name: string, values: readonly string[]): string | undefined {
  const value = fields.optionalText(name);
  if (value === undefined || values.includes(value)) return value;
  throw errors.validation(
    `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must satisfy enum value set: [${values.join(', ')}]`,
  );
}

export function listed(engine: Engine, row: ExecutionRow): object {
  const { versionArn, aliasArn, redriveCount, redrivenAt, mapRunArn, itemIndex = 0 } = detailsOf(row);
  const machine = engine.machines.arnOf(row.machine);
  return {
    executionArn: executionArn(machine, row.name),
    stateMachineArn: machine,
    name: row.name,
    status: row.status,
    startDate: epochSeconds(row.startedAt),
    ...(row.stoppedAt !== null && { stopDate: epochSeconds(row.stoppedAt) }),
    ...(versionArn !== undefined && { stateMachineVersionArn: versionArn }),
    ...(aliasArn !== undefined && { stateMachineAliasArn: aliasArn }),
    ...(mapRunArn !== undefined && { mapRunArn, itemCount: itemCountOf(engine, mapRunArn, itemIndex) }),
    redriveCount: redriveCount ?? 0,
    ...(redrivenAt !== undefined && { redriveDate: epochSeconds(redrivenAt) }),
  };
}

function itemCountOf(engine: Engine, mapRunArn: string, itemIndex: number): number {
  return engine.machines.mapRuns.get(mapRunArn)?.itemCounts?.[itemIndex] ?? 1;
}
