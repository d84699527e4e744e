import { type ApiCall, epochSeconds } from './call.ts';
import { findExecution } from './find-execution.ts';
import { longestCause, longestError } from './input.ts';

/** Stopping what has ended already is no error. */
export const stopExecution: ApiCall = async ({ engine, authorize }, fields) => {
  const arn = fields.text('executionArn');
  authorize('StopExecution', arn);
  const { id } = findExecution(engine, arn);
  const error = fields.textUpTo(longestError, 'error');
  const cause = fields.textUpTo(longestCause, 'cause');
  await engine.deliver(id, {
    kind: 'stop',
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  });
  return { stopDate: epochSeconds(findExecution(engine, arn).stoppedAt ?? engine.clock.now()) };
};
