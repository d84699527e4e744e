import type { TokenResult } from '../engine/stimulus.ts';
import { ApiError, errors } from './api-error.ts';
import type { ApiCall, CallContext } from './call.ts';
import type { Fields } from './fields.ts';
import { longestCause, longestError, readOutput } from './input.ts';

export const sendTaskSuccess: ApiCall = (context, fields) =>
  send(context, fields, 'SendTaskSuccess', () => ({
    kind: 'success',
    output: readOutput(fields.text('output')),
  }));

export const sendTaskFailure: ApiCall = (context, fields) =>
  send(context, fields, 'SendTaskFailure', () => ({
    kind: 'failure',
    error: fields.textUpTo(longestError, 'error'),
    cause: fields.textUpTo(longestCause, 'cause'),
  }));

export const sendTaskHeartbeat: ApiCall = (context, fields) =>
  send(context, fields, 'SendTaskHeartbeat', () => ({ kind: 'heartbeat' }));

/** Acknowledged when it is on the disk. @throws ApiError InvalidToken, TaskTimedOut, TaskDoesNotExist */
async function send(
  { engine, authorize }: CallContext,
  fields: Fields,
  action: string,
  result: () => TokenResult,
): Promise<object> {
  const token = fields.text('taskToken');
  const content = engine.tokens.read(token);
  if (content === undefined) throw errors.invalidToken();
  const row = engine.store.execution(content.execution);
  if (row === undefined)
    throw new ApiError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
  // A child of a map run belongs to `<machine>/<label>`; policies name the machine.
  authorize(action, engine.machines.arnOf(row.machine).replace(/\/[^/:]+$/, ''));
  const { thread, attempt } = content;
  const reception = await engine.deliver(row.id, { kind: 'token', thread, attempt, result: result() });
  if (reception === 'late') throw errors.taskTimedOut();
  return {};
}
