import type { WaitState } from '../definition/machine.ts';
import { evaluate, failEvaluation } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import { finishState } from '../engine/finish-state.ts';
import type { Turn } from '../engine/turn.ts';
import { expressionSource, isExpression } from '../expression/delimiters.ts';
import { parseOffsetDateTime } from '../expression/offset-date-time.ts';
import { requireType } from './require-type.ts';

/** Source: States Language, "Wait State"; Seconds up to 99999999. */
export async function enterWait(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  const until =
    state.Timestamp === undefined
      ? await endOfSeconds(turn, thread, state)
      : await timestamp(turn, thread, state.Timestamp);
  if (until <= turn.now) return wakeUp(turn, thread, state);
  turn.setPhase(thread, { kind: 'wait', until });
}

/** The wait is over. */
export function wakeUp(turn: Turn, thread: Thread, state: WaitState): Promise<void> {
  return finishState(turn, thread, { ...state, next: state.Next }, thread.input);
}

async function endOfSeconds(turn: Turn, thread: Thread, state: WaitState): Promise<number> {
  const template = state.Seconds ?? 0;
  const value = await evaluate(turn, thread, template, 'Seconds');
  const seconds = requireType(turn, thread, { value, template, field: 'Seconds', type: 'number' });
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 99_999_999) {
    failEvaluation(turn, thread, outOfRange(template, seconds), 'Seconds');
  }
  return turn.now + seconds * 1000;
}

function outOfRange(template: number | string, seconds: number): string {
  const source = String(template).replace(/^\{%\s*|\s*%\}$/g, '');
  return `The JSONata expression '${source}' specified for the field 'Seconds' returned a value that is not an integer from 0 to 99999999: ${seconds}`;
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
