import type { WaitState } from '../definition/machine.ts';
import { evaluate, failEvaluation } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import { finishState } from '../engine/finish-state.ts';
import type { Turn } from '../engine/turn.ts';
import { expressionSource, isExpression } from '../expression/delimiters.ts';
import { parseOffsetDateTime } from '../expression/offset-date-time.ts';
import { requireType } from './require-type.ts';
import { wholeSeconds } from './whole-seconds.ts';

/** Source: States Language, "Wait State"; Seconds up to 99999999. */
export async function enterWait(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  const until =
    state.Timestamp === undefined
      ? turn.now +
        (await wholeSeconds(turn, thread, state.Seconds ?? 0, { field: 'Seconds', least: 0 })) * 1000
      : await timestamp(turn, thread, state.Timestamp);
  if (until <= turn.now) return wakeUp(turn, thread, state);
  turn.setPhase(thread, { kind: 'wait', until });
}

/** The wait is over. */
export function wakeUp(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  return finishState(turn, thread, { ...state, next: state.Next }, thread.input);
}

async function timestamp(turn: Turn, thread: Thread, template: string): Promise<number> {
  const value = await evaluate(turn, thread, template, 'Timestamp');
  const text = requireType(turn, thread, { value, template, field: 'Timestamp', type: 'string' });
  const instant = parseOffsetDateTime(text);
  if (instant !== undefined) return instant;
  const source = isExpression(template) ? expressionSource(template) : template;
  return failEvaluation(
    turn,
    thread,
    `The Timestamp parameter does not reference a valid ISO-8601 extended offset date-time format string: ${source} == ${text}`,
    'Timestamp',
  );
}
