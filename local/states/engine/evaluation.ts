import type { JsonObject, JsonValue } from '../../json.ts';
import { evaluateTemplate } from '../expression/evaluate.ts';
import { QueryEvaluationError } from '../expression/query-evaluation-error.ts';
import type { Bindings } from '../expression/scope.ts';
import { withDetails } from '../history/event-text.ts';
import { type ContextExtras, contextObject } from './context-object.ts';
import type { Thread } from './execution.ts';
import { StateError } from './state-error.ts';
import type { Turn } from './turn.ts';

/** What `$states` has besides input and context, and where that is the case. */
export interface Extras extends ContextExtras {
  readonly result?: () => JsonValue;
  readonly errorOutput?: JsonValue;
  /** Instead of the branch's own input. */
  readonly input?: JsonValue;
}

/**
 * The template's value in the branch's scope. `field` as AWS names the place: `Output`, `Catch[0]/Output`.
 * @throws StateError States.QueryEvaluationError, with EvaluationFailed recorded
 */
export async function evaluate(
  turn: Turn,
  thread: Thread,
  template: JsonValue,
  field: string,
  extras: Extras = {},
): Promise<JsonValue> {
  if (!mayHoldExpression(template)) return template;
  try {
    const value = evaluateTemplate(template, bindingsOf(turn, thread, extras), { field });
    return value instanceof Promise ? await value : value;
  } catch (error) {
    if (!(error instanceof QueryEvaluationError)) throw error;
    return failEvaluation(turn, thread, error.cause, error.location);
  }
}

function mayHoldExpression(template: JsonValue): boolean {
  return typeof template === 'string' || (typeof template === 'object' && template !== null);
}

/**
 * Ends the state's work because an expression has no (usable) value.
 * @param problem AWS's text after "An error occurred while executing the state '...' (entered at the event id #...). "
 */
export function failEvaluation(turn: Turn, thread: Thread, problem: string, location: string): never {
  const cause = `${executing(thread)} ${problem}`;
  const error = 'States.QueryEvaluationError';
  const details = { cause, error, location, state: thread.state };
  turn.recordInPlaceOfEntry(thread, 'EvaluationFailed', withDetails('evaluationFailedEventDetails', details));
  throw new StateError(error, cause);
}

/** How AWS begins the cause of an error it finds itself. */
export function executing(thread: Thread): string {
  return `An error occurred while executing the state '${thread.state}' (entered at the event id #${thread.enteredEvent}).`;
}

/** Getters: most expressions look at one or two of these, and parsing or building the others is dear. */
function bindingsOf(turn: Turn, thread: Thread, extras: Extras): Bindings {
  const states: Bindings['states'] = {
    get input() {
      return extras.input ?? thread.input.value;
    },
    get context() {
      return contextObject(turn, thread, extras) as JsonObject;
    },
  };
  if (extras.result !== undefined)
    Object.defineProperty(states, 'result', { get: extras.result, enumerable: true });
  if (extras.errorOutput !== undefined) Object.assign(states, { errorOutput: extras.errorOutput });
  return { states, variables: visibleVariables(thread), nowMs: turn.now };
}

const none: Readonly<Record<string, JsonValue>> = {};

/** The branch's variables and those of the scopes around it. */
export function visibleVariables(thread: Thread): Readonly<Record<string, JsonValue>> {
  if (thread.parent === undefined) return thread.variables ?? none;
  const outer = visibleVariables(thread.parent);
  return thread.variables === undefined ? outer : { ...outer, ...thread.variables };
}
