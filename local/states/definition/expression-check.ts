import type { ExprNode } from 'jsonata';
import type { JsonValue } from '../../json.ts';
import { compile } from '../expression/compile.ts';
import { expressionSource, isExpression } from '../expression/delimiters.ts';
import { describeThrown } from '../expression/describe-thrown.ts';
import { walkSyntax } from '../expression/syntax.ts';
import type { Findings } from './diagnostic.ts';
import type { Check } from './shape.ts';
import { topLevelReferences } from './top-level-references.ts';

/** What `$states` has besides `input` and `context`, which it has everywhere. */
export type StatesField = 'result' | 'errorOutput';

/** JSON in which every expression has to parse and may read of `$states` only what exists in that field. */
export function template(...states: readonly StatesField[]): Check {
  const check: Check = (value, path, findings) => {
    if (typeof value === 'string') checkText(value, path, states, findings);
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) check(item, `${path}[${index}]`, findings);
    } else if (typeof value === 'object' && value !== null) {
      for (const [field, item] of Object.entries(value)) check(item, `${path}/${field}`, findings);
    }
  };
  return check;
}

/** A string that has to be an expression. */
export function expression(...states: readonly StatesField[]): Check {
  return (value, path, findings) => {
    if (isExpression(value)) checkExpression(expressionSource(value), path, states, findings);
    else findings.schema('Expected value of type [JSONata]', path);
  };
}

/** A string, possibly an expression. */
export const textTemplate: Check = (value, path, findings) => {
  if (typeof value === 'string') checkText(value, path, [], findings);
  else findings.schema('Expected value of type [STRING, JSONata]', path);
};

function checkText(
  value: string & JsonValue,
  path: string,
  states: readonly StatesField[],
  findings: Findings,
): void {
  if (isExpression(value)) {
    checkExpression(expressionSource(value), path, states, findings);
    return;
  }
  if (value.startsWith('{%')) {
    findings.add(
      'INVALID_JSONATA_EXPRESSION',
      "A JSONata expression starts with '{%' and ends with '%}'",
      path,
    );
  }
}

function checkExpression(
  source: string,
  path: string,
  states: readonly StatesField[],
  findings: Findings,
): void {
  let syntax: ExprNode;
  try {
    syntax = compile(source).full.ast();
  } catch (thrown) {
    findings.add('INVALID_JSONATA_EXPRESSION', describeThrown(thrown).message, path);
    return;
  }
  for (const message of unsupported(syntax, states)) {
    findings.add('UNSUPPORTED_JSONATA_EXPRESSION', message, path);
  }
}

function unsupported(syntax: ExprNode, states: readonly StatesField[]): Set<string> {
  const messages = new Set<string>();
  for (const name of topLevelReferences(syntax)) {
    messages.add(`Reference to '${name}' at the top level is not supported.`);
  }
  walkSyntax(syntax, (node) => {
    if (node.type === 'variable' && node.value === '$') messages.add("Reference to '$$' is not supported.");
    const field = statesFieldOf(node);
    const known =
      field === undefined || field === 'input' || field === 'context' || states.some((s) => s === field);
    if (!known) messages.add(`Field '$states.${field}' does not exist.`);
  });
  return messages;
}

/** The X of a path that begins with `$states.X`. AWS looks at no other way to reach it (measured). */
function statesFieldOf(node: ExprNode): string | undefined {
  const [head, field] = node.steps ?? [];
  const named = head?.type === 'variable' && head.value === 'states' && field?.type === 'name';
  return named ? String(field.value) : undefined;
}
