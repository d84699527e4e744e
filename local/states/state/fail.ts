import type { FailState } from '../definition/machine.ts';
import { evaluate } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import { StateError } from '../engine/state-error.ts';
import type { Turn } from '../engine/turn.ts';
import { requireType } from './require-type.ts';

export async function enterFail(turn: Turn, thread: Thread, state: FailState): Promise<void> {
  const error = await text(turn, thread, state.Error, 'Error');
  const cause = await text(turn, thread, state.Cause, 'Cause');
  throw new StateError(error, cause);
}

async function text(
  turn: Turn,
  thread: Thread,
  template: string | undefined,
  field: string,
): Promise<string | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluate(turn, thread, template, field);
  return requireType(turn, thread, { value, template, field, type: 'string' });
}
