import type { JsonObject, JsonValue } from '../../json.ts';
import type { Template } from '../definition/machine.ts';
import { expressionSource, isExpression } from './delimiters.ts';
import { evaluateTemplate, type MaybePromise, type Place } from './evaluate.ts';
import { QueryEvaluationError } from './query-evaluation-error.ts';
import type { Bindings } from './scope.ts';

/** The fields that take one type only, by what the type is called in AWS's cause. */
interface ResultTypes {
  readonly array: readonly JsonValue[];
  readonly boolean: boolean;
  readonly number: number;
  readonly object: JsonObject;
  readonly string: string;
}

/**
 * The value of a template that has to be of one type: `Items` an array, `Condition` a boolean, `Error` a string.
 * @throws QueryEvaluationError "... returned an unexpected result type. Expected 'array', but was 'number' for value: 1".
 */
export function evaluateAs<T extends keyof ResultTypes>(
  expected: T,
  template: Template,
  bindings: Bindings,
  place: Place,
): MaybePromise<ResultTypes[T]> {
  return after(evaluateTemplate(template, bindings, place), (value) => {
    if (typeOf(value) !== expected) throw unexpectedType(template, place, expected, value);
    return value as ResultTypes[T];
  });
}

/** What a number of seconds, a count or a percentage may be, both ends included. */
export interface IntegerRange {
  readonly from: number;
  readonly to: number;
}

/** The most that AWS takes for a time in seconds: a little over three years. */
export const SECONDS_RANGE: IntegerRange = { from: 0, to: 99_999_999 };

/** As {@link evaluateAs}, for fields that need a whole number: `Seconds`, `TimeoutSeconds`, `MaxConcurrency` ... */
export function evaluateInteger(
  template: Template,
  bindings: Bindings,
  place: Place,
  range: IntegerRange,
): MaybePromise<number> {
  return after(evaluateAs('number', template, bindings, place), (value) => {
    if (!Number.isInteger(value)) {
      throw new QueryEvaluationError(
        `The ${place.field} field cannot be parsed as an integer: ${value}`,
        place.field,
      );
    }
    if (value < range.from || value > range.to) {
      throw new QueryEvaluationError(
        `${place.field} must be between ${range.from} and ${range.to} but was: ${value}`,
        place.field,
      );
    }
    return value;
  });
}

function after<T, R>(value: MaybePromise<T>, then: (value: T) => R): MaybePromise<R> {
  return value instanceof Promise ? value.then(then) : then(value);
}

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function unexpectedType(
  template: Template,
  place: Place,
  expected: string,
  value: JsonValue,
): QueryEvaluationError {
  const subject = isExpression(template)
    ? `The JSONata expression '${expressionSource(template)}'`
    : 'The value';
  return new QueryEvaluationError(
    `${subject} specified for the field '${place.field}' returned an unexpected result type. ` +
      `Expected '${expected}', but was '${typeOf(value)}' for value: ${JSON.stringify(value)}`,
    place.field,
  );
}
