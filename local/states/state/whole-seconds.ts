import type { JsonValue } from '../../json.ts';
import { evaluate, failEvaluation } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import type { Turn } from '../engine/turn.ts';
import { expressionSource, isExpression } from '../expression/delimiters.ts';
import { requireType } from './require-type.ts';

/** AWS's bound of every time in seconds. */
const most = 99_999_999;

/**
 * A field of seconds that takes an expression: Seconds, TimeoutSeconds, HeartbeatSeconds. A literal was checked when the
 * machine was created. Source: developer guide, "Wait workflow state" and "Task workflow state".
 */
export async function wholeSeconds(
  turn: Turn,
  thread: Thread,
  template: JsonValue,
  { field, least }: { readonly field: string; readonly least: number },
): Promise<number> {
  if (typeof template === 'number') return template;
  const value = await evaluate(turn, thread, template, field);
  const seconds = requireType(turn, thread, { value, template, field, type: 'number' });
  if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return seconds;
  const source = isExpression(template) ? expressionSource(template) : String(template);
  return failEvaluation(
    turn,
    thread,
    `The JSONata expression '${source}' specified for the field '${field}' returned a value that is not an integer from ${least} to ${most}: ${seconds}`,
    field,
  );
}
