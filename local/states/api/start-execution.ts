import { randomUUID } from 'node:crypto';
import { executionArn } from '../engine/arns.ts';
import type { Engine } from '../engine/engine.ts';
import type { ExecutionDetails } from '../engine/execution.ts';
import { detailsOf, readInput as storedInput } from '../engine/load-execution.ts';
import type { Payload } from '../payload.ts';
import type { ExecutionRow } from '../store/rows.ts';
import { ApiError, errors } from './api-error.ts';
import { type ApiCall, epochSeconds } from './call.ts';
import { readInput } from './input.ts';
import { checkName } from './names.ts';
import { type Target, targetMachine } from './target-machine.ts';

/** What StartExecution answers. */
export interface Started {
  readonly executionArn: string;
  readonly startedAt: number;
  readonly id: number;
}

/** Starts under way, so that two with one name in the same instant are one. */
const underWay = new WeakMap<Engine, Map<string, Promise<unknown>>>();

export const startExecution: ApiCall = async ({ engine, authorize }, fields) => {
  const arn = fields.text('stateMachineArn');
  const name = fields.optionalText('name') ?? randomUUID();
  checkName(name);
  authorize('StartExecution', arn);
  const target = targetMachine(engine, arn);
  const input = readInput(fields.optionalText('input'));
  const traceHeader = fields.optionalText('traceHeader');
  const started = await start(engine, target, name, input, traceHeader === undefined ? {} : { traceHeader });
  return { executionArn: started.executionArn, startDate: epochSeconds(started.startedAt) };
};

/**
 * Starts an execution. A running one of the same name and input counts as this one.
 * @throws ApiError ExecutionAlreadyExists
 */
export async function start(
  engine: Engine,
  target: Target,
  name: string,
  input: Payload,
  details: ExecutionDetails,
): Promise<Started> {
  if (target.machine.type === 'EXPRESS') return begin(engine, target, name, input, details);
  const names = underWay.get(engine) ?? new Map<string, Promise<unknown>>();
  underWay.set(engine, names);
  const key = `${target.machine.number}/${name}`;
  while (names.has(key)) await names.get(key)?.catch(() => {});
  const existing = engine.store.executionNamed(target.machine.number, name);
  if (existing !== undefined) return same(engine, target, existing, { input, details });
  const beginning = begin(engine, target, name, input, details);
  names.set(key, beginning);
  try {
    return await beginning;
  } finally {
    names.delete(key);
  }
}

async function begin(
  engine: Engine,
  target: Target,
  name: string,
  input: Payload,
  details: ExecutionDetails,
): Promise<Started> {
  const { machine, revision, versionArn, aliasArn } = target;
  const via = {
    ...(versionArn !== undefined && { versionArn }),
    ...(aliasArn !== undefined && { aliasArn }),
  };
  const execution = await engine.start({ machine, revision, name, input, details: { ...details, ...via } });
  return { executionArn: execution.arn, startedAt: execution.row.startedAt, id: execution.row.id };
}

/** A start of the same name finds the running execution if the input is the same; one repeated by a task, in any state. */
function same(
  engine: Engine,
  target: Target,
  existing: ExecutionRow,
  { input, details }: { readonly input: Payload; readonly details: ExecutionDetails },
): Started {
  const arn = executionArn(target.machine.arn, existing.name);
  const isRepeated =
    details.startedBy !== undefined &&
    JSON.stringify(detailsOf(existing).startedBy) === JSON.stringify(details.startedBy);
  const isSame = existing.status === 'RUNNING' && storedInput(engine, existing).text === input.text;
  if (!isSame && !isRepeated) throw errors.executionAlreadyExists(arn);
  return { executionArn: arn, startedAt: existing.startedAt, id: existing.id };
}

/** Express executions have no history to describe. */
export function refuseExpress(arn: string): void {
  if (!arn.includes(':express:')) return;
  throw new ApiError('InvalidArn', `Invalid Arn: 'Resource type not valid in this context: express'`);
}
