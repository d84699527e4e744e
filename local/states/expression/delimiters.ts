import type { ExpressionString } from '../definition/machine.ts';

/**
 * Whether the string is an expression: it starts with `{%` and ends with `%}`, with nothing around it.
 * Source: developer guide, "Transforming data with JSONata", "Writing JSONata expressions".
 */
export function isExpression(text: unknown): text is ExpressionString {
  return typeof text === 'string' && text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');
}

/** The JSONata between the delimiters, without the white space around it, as AWS quotes it in a cause. */
export function expressionSource(expression: ExpressionString): string {
  return expression.slice(2, -2).trim();
}
