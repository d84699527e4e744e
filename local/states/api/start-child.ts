import type { Engine } from '../engine/engine.ts';
import type { ChildStart, ChildStarted } from '../engine/engine-context.ts';
import { ApiError } from './api-error.ts';
import { readInput } from './input.ts';
import { checkName } from './names.ts';
import { start } from './start-execution.ts';
import { targetMachine } from './target-machine.ts';

/** StartExecution by a task, with the rights of its role. @throws ApiError, AccessDenied */
export async function startChild(engine: Engine, spec: ChildStart): Promise<ChildStarted> {
  const { machineArn, name, startedBy, awaitsEnd, traceHeader } = spec;
  checkName(name);
  engine.authorize(spec.caller, 'states:StartExecution', machineArn);
  const target = targetMachine(engine, machineArn);
  if (awaitsEnd && target.machine.type === 'EXPRESS') {
    throw new ApiError(
      'StateMachineTypeNotSupported',
      'An Express execution cannot be waited for; start it without .sync',
    );
  }
  return start(engine, target, name, readInput(spec.input), {
    startedBy,
    ...(awaitsEnd && { awaitedBy: startedBy }),
    ...(traceHeader !== undefined && { traceHeader }),
  });
}
