import type { Engine } from '../engine/engine.ts';
import type { MachineRecord } from '../registry/machine-record.ts';
import { errors } from './api-error.ts';

/** Which machine and revision a state machine, version or alias ARN means. */
export interface Target {
  readonly machine: MachineRecord;
  readonly revision: number;
  readonly versionArn?: string;
  readonly aliasArn?: string;
}

const machinePattern = /^(arn:[\w-]+:states:[\w-]+:\d{12}:stateMachine:[^:/]+)(?::([^:]+))?$/;

/** @throws ApiError InvalidArn, StateMachineDoesNotExist */
export function targetMachine(engine: Engine, arn: string): Target {
  const parts = machinePattern.exec(arn);
  if (parts === null) throw errors.invalidArn(arn);
  const [, machineArn = '', qualifier] = parts;
  const machine = engine.machines.active(machineArn);
  if (machine === undefined) throw errors.machineDoesNotExist(arn);
  if (qualifier === undefined) return { machine, revision: machine.revision };
  return /^\d+$/.test(qualifier) ? ofVersion(engine, machine, arn) : ofAlias(engine, machine, arn);
}

function ofVersion(engine: Engine, machine: MachineRecord, arn: string): Target {
  const version = engine.machines.versions.get(arn);
  if (version === undefined) throw errors.machineDoesNotExist(arn);
  return { machine, revision: version.revision, versionArn: arn };
}

/** An alias routes each start to one of its versions, by weight. */
function ofAlias(engine: Engine, machine: MachineRecord, arn: string): Target {
  const alias = engine.machines.aliases.get(arn);
  if (alias === undefined) throw errors.machineDoesNotExist(arn);
  const [first, second] = alias.routing;
  const chosen = second !== undefined && Math.random() * 100 >= (first?.weight ?? 0) ? second : first;
  if (chosen === undefined) throw errors.machineDoesNotExist(arn);
  return { ...ofVersion(engine, machine, chosen.versionArn), aliasArn: arn };
}
