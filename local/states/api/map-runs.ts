import type { Engine } from '../engine/engine.ts';
import type { MapRunRecord } from '../registry/map-run-record.ts';
import { childrenOfMapRun, type MapRunChild } from '../store/map-run-children.ts';
import { errors } from './api-error.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { findExecution } from './find-execution.ts';
import { pageSize, pageToken, readPageToken } from './page-token.ts';

/** @throws ApiError InvalidArn, ResourceNotFound */
export function findMapRun(engine: Engine, arn: string): MapRunRecord {
  if (!/^arn:[\w-]+:states:[\w-]+:\d{12}:mapRun:[^:]+:[^:]+$/.test(arn)) throw errors.invalidArn(arn);
  const run = engine.machines.mapRuns.get(arn);
  if (run === undefined) throw errors.resourceNotFound(arn);
  return run;
}

export const describeMapRun: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('mapRunArn');
  authorize('DescribeMapRun', arn);
  const run = findMapRun(engine, arn);
  const children = childrenOfMapRun(engine.store.database, run.number);
  return {
    mapRunArn: run.arn,
    executionArn: run.executionArn,
    status: run.status,
    startDate: epochSeconds(run.startedAt),
    ...(run.stoppedAt !== undefined && { stopDate: epochSeconds(run.stoppedAt) }),
    maxConcurrency: run.maxConcurrency,
    toleratedFailureCount: run.toleratedFailureCount,
    toleratedFailurePercentage: run.toleratedFailurePercentage,
    itemCounts: counts(run.itemCount, children, ({ itemIndex }) => run.itemCounts?.[itemIndex] ?? 1),
    executionCounts: counts(run.childCount, children, () => 1),
    redriveCount: run.redriveCount ?? 0,
    ...(run.redrivenAt !== undefined && { redriveDate: epochSeconds(run.redrivenAt) }),
  };
};

function counts(
  total: number,
  children: readonly MapRunChild[],
  weight: (child: MapRunChild) => number,
): object {
  const sum = (status: string): number =>
    children.filter((child) => child.status === status).reduce((all, child) => all + weight(child), 0);
  const started = children.reduce((all, child) => all + weight(child), 0);
  const succeeded = sum('SUCCEEDED');
  return {
    pending: total - started,
    running: sum('RUNNING'),
    succeeded,
    failed: sum('FAILED'),
    timedOut: sum('TIMED_OUT'),
    aborted: sum('ABORTED'),
    total,
    resultsWritten: succeeded,
  };
}

export const listMapRuns: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('executionArn');
  authorize('ListMapRuns', arn);
  const { id } = findExecution(engine, arn);
  const size = pageSize(fields.optionalCount('maxResults'));
  const from = readPageToken(fields.optionalText('nextToken'), arn) ?? 0;
  const runs = engine.machines.mapRuns
    .all()
    .filter(({ execution }) => execution === id)
    .sort((one, other) => one.number - other.number);
  return {
    mapRuns: runs.slice(from, from + size).map((run) => ({
      executionArn: run.executionArn,
      mapRunArn: run.arn,
      stateMachineArn: engine.machines.arnOf(run.machine),
      startDate: epochSeconds(run.startedAt),
      ...(run.stoppedAt !== undefined && { stopDate: epochSeconds(run.stoppedAt) }),
    })),
    ...(runs.length > from + size && { nextToken: pageToken(arn, from + size) }),
  };
};

/** Changes the limits of a run; they count for the children that start or end from now on. */
export const updateMapRun: ApiCall = ({ engine, authorize }, fields) => {
  const arn = fields.text('mapRunArn');
  authorize('UpdateMapRun', arn);
  const run = findMapRun(engine, arn);
  const percentage = fields.optionalCount('toleratedFailurePercentage') ?? run.toleratedFailurePercentage;
  const count = fields.optionalCount('toleratedFailureCount') ?? run.toleratedFailureCount;
  const maxConcurrency = fields.optionalCount('maxConcurrency') ?? run.maxConcurrency;
  if (percentage < 0 || percentage > 100 || count < 0 || maxConcurrency < 0) {
    throw errors.validation('Limits of a map run must not be negative, a percentage not over 100');
  }
  const updated = {
    ...run,
    maxConcurrency,
    toleratedFailureCount: count,
    toleratedFailurePercentage: percentage,
  };
  engine.machines.mapRuns.put(arn, updated);
  return {};
};
