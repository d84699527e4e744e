import { readExecutionArn } from '../engine/arns.ts';
import type { Engine } from '../engine/engine.ts';
import type { ExecutionRow } from '../store/rows.ts';
import { errors } from './api-error.ts';
import { refuseExpress } from './start-execution.ts';

/** @throws ApiError InvalidArn, ExecutionDoesNotExist */
export function findExecution(engine: Engine, arn: string): ExecutionRow {
  refuseExpress(arn);
  const parts = readExecutionArn(arn);
  if (parts === undefined) throw errors.invalidArn(arn);
  const machine = engine.machines.machines.get(parts.machineArn);
  const row = machine === undefined ? undefined : engine.store.executionNamed(machine.number, parts.name);
  if (row === undefined) throw errors.executionDoesNotExist(arn);
  return row;
}
