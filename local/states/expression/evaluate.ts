import type { JsonObject, JsonValue } from '../../json.ts';
import type { ExpressionString, Template } from '../definition/machine.ts';
import { type CompiledExpression, compile } from './compile.ts';
import { expressionSource, isExpression } from './delimiters.ts';
import { describeThrown } from './describe-thrown.ts';
import { NOT_FAST } from './fast-operators.ts';
import { NotJson, normalise } from './normalise.ts';
import { QueryEvaluationError } from './query-evaluation-error.ts';
import type { Bindings } from './scope.ts';
import { INSTANT_BINDING } from './time-functions.ts';

/** The field a template stands in, as AWS names it: `Output`, `Arguments`, `Catch[0]/Output`, `Choices[1]/Condition`. */
export interface Place {
  readonly field: string;
}

/** A value at once where no expression needs jsonata, else a promise of it. */
export type MaybePromise<T> = T | Promise<T>;

/**
 * The template with every expression in it replaced by its value.
 * @throws QueryEvaluationError with AWS's cause (without "An error occurred while executing the state ...") and location;
 *   a synchronous result throws at once, else the promise rejects.
 */
export function evaluateTemplate(
  template: Template,
  bindings: Bindings,
  place: Place,
): MaybePromise<JsonValue> {
  if (typeof template === 'string') {
    return isExpression(template) ? evaluateExpression(template, bindings, place) : template;
  }
  if (typeof template !== 'object' || template === null || !holdsExpression(template)) return template;
  return Array.isArray(template)
    ? evaluateItems(template, bindings, place)
    : evaluateFields(template as JsonObject, bindings, place);
}

const withExpression = new WeakMap<object, boolean>();

/** Remembered per template: a definition is parsed once and evaluated many times. */
function holdsExpression(template: JsonValue): boolean {
  if (typeof template === 'string') return isExpression(template);
  if (typeof template !== 'object' || template === null) return false;
  const known = withExpression.get(template);
  if (known !== undefined) return known;
  const found = Object.values(template).some(holdsExpression);
  withExpression.set(template, found);
  return found;
}

function evaluateItems(
  items: readonly JsonValue[],
  bindings: Bindings,
  place: Place,
): MaybePromise<JsonValue> {
  return inOrder(items, (item, index) => evaluateTemplate(item, bindings, new Inner(place, `[${index}]`)));
}

function evaluateFields(fields: JsonObject, bindings: Bindings, place: Place): MaybePromise<JsonValue> {
  const names = Object.keys(fields);
  const values = inOrder(names, (name) =>
    evaluateTemplate(fields[name] ?? null, bindings, new Inner(place, `/${name}`)),
  );
  return values instanceof Promise ? values.then((all) => objectOf(names, all)) : objectOf(names, values);
}

/** A place inside a template; its text is made only when something fails there. */
class Inner implements Place {
  readonly #outer: Place;
  readonly #part: string;

  constructor(outer: Place, part: string) {
    this.#outer = outer;
    this.#part = part;
  }

  get field(): string {
    return `${this.#outer.field}${this.#part}`;
  }
}

function objectOf(names: readonly string[], values: readonly JsonValue[]): JsonObject {
  const result: Record<string, JsonValue> = {};
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? '';
    const value = values[index] ?? null;
    if (name === '__proto__') Object.defineProperty(result, name, { value, enumerable: true });
    else result[name] = value;
  }
  return result;
}

/** One after another, so that the first failure in the template's order is the one reported. */
function inOrder<T>(
  parts: readonly T[],
  evaluate: (part: T, index: number) => MaybePromise<JsonValue>,
): MaybePromise<JsonValue[]> {
  const values: JsonValue[] = [];
  for (let index = 0; index < parts.length; index++) {
    const value = evaluate(parts[index] as T, index);
    if (value instanceof Promise) return finishInOrder(values, value, parts, evaluate);
    values.push(value);
  }
  return values;
}

async function finishInOrder<T>(
  values: JsonValue[],
  pending: Promise<JsonValue>,
  parts: readonly T[],
  evaluate: (part: T, index: number) => MaybePromise<JsonValue>,
): Promise<JsonValue[]> {
  values.push(await pending);
  for (let index = values.length; index < parts.length; index++) {
    values.push(await evaluate(parts[index] as T, index));
  }
  return values;
}

/** The value of one expression; errors as for {@link evaluateTemplate}. */
export function evaluateExpression(
  expression: ExpressionString,
  bindings: Bindings,
  place: Place,
): MaybePromise<JsonValue> {
  const source = expressionSource(expression);
  const compiled = compileAt(source, place);
  const value = compiled.fast(bindings);
  if (value === NOT_FAST) return evaluateWithJsonata(compiled, bindings, place);
  return definedOr(source, value, place);
}

async function evaluateWithJsonata(
  compiled: CompiledExpression,
  bindings: Bindings,
  place: Place,
): Promise<JsonValue> {
  const values = { ...bindings.variables, states: bindings.states, [INSTANT_BINDING]: bindings.nowMs };
  let value: JsonValue | undefined;
  try {
    value = normalise(await compiled.full.evaluate(undefined, values));
  } catch (thrown) {
    throw evaluationFailure(compiled.source, thrown, place);
  }
  return definedOr(compiled.source, value, place);
}

function compileAt(source: string, place: Place): CompiledExpression {
  try {
    return compile(source);
  } catch (thrown) {
    throw evaluationFailure(source, thrown, place);
  }
}

function definedOr(source: string, value: JsonValue | undefined, place: Place): JsonValue {
  if (value !== undefined) return value;
  throw failure(source, place, 'returned nothing (undefined).');
}

function failure(source: string, place: Place, outcome: string): QueryEvaluationError {
  return new QueryEvaluationError(
    `The JSONata expression '${source}' specified for the field '${place.field}' ${outcome}`,
    place.field,
  );
}

/** A coded failure of JSONata follows the sentence after a full stop, any other after a colon (measured on AWS). */
function evaluationFailure(source: string, thrown: unknown, place: Place): QueryEvaluationError {
  if (thrown instanceof NotJson) return failure(source, place, 'returned an unsupported result type.');
  const { code, message } = describeThrown(thrown);
  const detail = code === undefined ? `: ${message}` : `. ${code}: ${message}`;
  return failure(source, place, `threw an error during evaluation${detail}`);
}
