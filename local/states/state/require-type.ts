import type { JsonValue } from '../../json.ts';
import { failEvaluation } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import type { Turn } from '../engine/turn.ts';
import { expressionSource, isExpression } from '../expression/delimiters.ts';

interface TypeByName {
  string: string;
  number: number;
  boolean: boolean;
  array: readonly JsonValue[];
}

interface Demand<T extends keyof TypeByName> {
  readonly value: JsonValue;
  /** The expression the value came from. */
  readonly template: JsonValue;
  readonly field: string;
  readonly type: T;
}

/** The value, if it is of the type that the field needs. @throws StateError States.QueryEvaluationError, in AWS's words */
export function requireType<T extends keyof TypeByName>(
  turn: Turn,
  thread: Thread,
  { value, template, field, type }: Demand<T>,
): TypeByName[T] {
  const found = typeName(value);
  if (found === type) return value as TypeByName[T];
  const subject = isExpression(template)
    ? `The JSONata expression '${expressionSource(template)}' specified for the field '${field}'`
    : `The field '${field}'`;
  const problem = `returned an unexpected result type. Expected '${type}', but was '${found}' for value: ${JSON.stringify(value)}`;
  return failEvaluation(turn, thread, `${subject} ${problem}`, field);
}

/** The type as AWS names it. */
function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
