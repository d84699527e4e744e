import jsonata, { type Expression } from 'jsonata';
import { addAwsFunctions } from './aws-functions.ts';
import { BoundedRegExp } from './bounded-reg-exp.ts';
import { afterNode, MAX_DEPTH, MAX_SEQUENCE_LENGTH } from './bounds.ts';
import { addLinearDistinct } from './distinct.ts';
import { NOT_FAST } from './fast-operators.ts';
import { compileFast, type FastExpression } from './fast-path.ts';
import { findUnsupportedSyntax } from './syntax.ts';
import { addTextFunctions } from './text-functions.ts';
import { addTimeFunctions } from './time-functions.ts';

/** Of the machines in use; a restart or the 5,001st expression costs a compilation, nothing else. */
const MAX_CACHED = 5_000;
const cache = new Map<string, CompiledExpression>();

export interface CompiledExpression {
  readonly source: string;
  /** The value at once, or NOT_FAST. */
  readonly fast: FastExpression;
  readonly full: Expression;
}

/**
 * The compiled expression, from the cache when it was compiled before.
 * Throws what jsonata throws for malformed text: an object with `code`, `message` and `position`.
 */
export function compile(source: string): CompiledExpression {
  const cached = cache.get(source);
  if (cached) return cached;
  const expression = jsonata(source, {
    stack: MAX_DEPTH,
    sequence: MAX_SEQUENCE_LENGTH,
    // jsonata only constructs it with `new` and calls `exec`.
    RegexEngine: BoundedRegExp as RegExpConstructor,
  });
  const unsupported = findUnsupportedSyntax(source, expression.ast());
  if (unsupported) throw unsupported;
  addAwsFunctions(expression);
  addTimeFunctions(expression);
  addLinearDistinct(expression);
  addTextFunctions(expression);
  // AWS has no $eval: a call of it is a call of nothing.
  expression.assign('eval', undefined);
  assignExitCallback(expression);
  if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value ?? '');
  const compiled = { source, fast: compileFast(expression.ast()) ?? (() => NOT_FAST), full: expression };
  cache.set(source, compiled);
  return compiled;
}

/** jsonata takes its hooks as symbols, which its types do not tell. */
function assignExitCallback(expression: Expression): void {
  const assign: (name: never, value: unknown) => void = expression.assign;
  assign(Symbol.for('jsonata.__evaluate_exit') as never, afterNode);
}
