import type { WaitState } from '../definition/machine.ts';
import { evaluate, failEvaluation } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import { finishState } from '../engine/finish-state.ts';
import type { Turn } from '../engine/turn.ts';
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
  const instant = rfc3339.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) {
    failEvaluation(
      turn,
      thread,
      `The field 'Timestamp' must be an RFC 3339 timestamp with upper-case T and Z or an offset, but was: ${text}`,
      'Timestamp',
    );
  }
  return instant;
}

/** RFC 3339, with the upper-case T that the States Language asks for. */
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
