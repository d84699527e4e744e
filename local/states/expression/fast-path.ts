import type { ExprNode } from 'jsonata';
import type { JsonValue } from '../../json.ts';
import { BINARY, type Fast, NOT_FAST } from './fast-operators.ts';
import type { Bindings } from './scope.ts';

export type FastExpression = (bindings: Bindings) => Fast;

/**
 * The expression as a synchronous function, where its meaning is certain: paths of names through objects, literals, `=`,
 * `!=`, `<`, `+`, `and`, `or`, `&`, conditions, `$exists`, `$not`, `$count`, object and array constructors. Wherever JSONata's rules for
 * sequences, casts or errors would come into play the function answers {@link NOT_FAST} and jsonata decides; a property test
 * compares both. Undefined when the expression holds anything else.
 */
export function compileFast(root: ExprNode): FastExpression | undefined {
  return isDeeperThan(root, LONGEST_NESTING) ? undefined : compileNode(root);
}

/** Well below the depth at which AWS refuses to go on, which jsonata counts. */
const LONGEST_NESTING = 30;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  const below = 'type' in value ? levels - 1 : levels;
  return Object.values(value).some((part) => isDeeperThan(part, below));
}

function compileNode(node: ExprNode): FastExpression | undefined {
  if (hasModifier(node)) return undefined;
  // The library's types leave out 'path'.
  switch (node.type as string) {
    case 'string':
    case 'number':
    case 'value':
      return compileLiteral(node.value);
    case 'variable':
      return compilePath(node, []);
    case 'path':
      return compileSteps(node.steps ?? []);
    case 'binary':
      return compileBinary(node);
    case 'condition':
      return compileCondition(node as ConditionNode);
    case 'block':
      return node.expressions?.length === 1 ? compileOptional(node.expressions[0]) : undefined;
    case 'function':
      return compileCall(node);
    case 'unary':
      return node.value === '{' ? compileObject(node) : node.value === '[' ? compileArray(node) : undefined;
    default:
      return undefined;
  }
}

interface ConditionNode extends ExprNode {
  readonly condition: ExprNode;
  readonly then: ExprNode;
  readonly else?: ExprNode;
}

const PLAIN_FIELDS = new Set(
  'type value position steps lhs rhs expressions arguments procedure condition then else'.split(' '),
);

/** Predicates, groups, index and focus bindings, `[]` and whatever else the parser may attach. */
function hasModifier(node: ExprNode): boolean {
  return Object.keys(node).some((field) => !PLAIN_FIELDS.has(field));
}

function compileOptional(node: ExprNode | undefined): FastExpression | undefined {
  return node && compileNode(node);
}

function compileLiteral(value: JsonValue): FastExpression | undefined {
  return typeof value === 'object' && value !== null ? undefined : () => value;
}

function compileSteps(steps: readonly ExprNode[]): FastExpression | undefined {
  const [head, ...rest] = steps;
  if (head?.type !== 'variable' || hasModifier(head)) return undefined;
  if (rest.some((step) => step.type !== 'name' || hasModifier(step))) return undefined;
  return compilePath(
    head,
    rest.map((step) => String(step.value)),
  );
}

function compilePath(head: ExprNode, names: readonly string[]): FastExpression | undefined {
  const variable = String(head.value);
  if (variable === '' || variable === '$') return undefined;
  // Built of getters; jsonata's result is a plain copy.
  if (variable === 'states' && names.length === 0) return undefined;
  return (bindings) => {
    let value = lookUpVariable(bindings, variable);
    for (const name of names) {
      if (value === NOT_FAST || Array.isArray(value)) return NOT_FAST;
      value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }
    return value;
  };
}

function lookUpVariable(bindings: Bindings, name: string): Fast {
  if (name === 'states') return bindings.states as unknown as JsonValue;
  // What is no variable may be a function.
  return Object.hasOwn(bindings.variables, name) ? bindings.variables[name] : NOT_FAST;
}

function isRecord(value: Fast): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compileBinary(node: ExprNode): FastExpression | undefined {
  const left = compileOptional(node.lhs as ExprNode | undefined);
  const right = compileOptional(node.rhs);
  const operator = String(node.value);
  if (!left || !right) return undefined;
  if (operator === 'and' || operator === 'or') return compileLogic(operator, left, right);
  const combine = Object.hasOwn(BINARY, operator) ? BINARY[operator] : undefined;
  return combine && ((bindings) => combine(left(bindings), right(bindings)));
}

function compileLogic(operator: 'and' | 'or', left: FastExpression, right: FastExpression): FastExpression {
  return (bindings) => {
    const first = left(bindings);
    if (typeof first !== 'boolean') return NOT_FAST;
    if (first === (operator === 'or')) return first;
    const second = right(bindings);
    return typeof second === 'boolean' ? second : NOT_FAST;
  };
}

function compileCondition(node: ConditionNode): FastExpression | undefined {
  const condition = compileNode(node.condition);
  const whenTrue = compileNode(node.then);
  const whenFalse = node.else ? compileNode(node.else) : () => undefined;
  if (!condition || !whenTrue || !whenFalse) return undefined;
  return (bindings) => {
    const holds = condition(bindings);
    if (typeof holds !== 'boolean') return NOT_FAST;
    return holds ? whenTrue(bindings) : whenFalse(bindings);
  };
}

function compileCall(node: ExprNode): FastExpression | undefined {
  const name = node.procedure?.type === 'variable' ? String(node.procedure.value) : '';
  const argument = node.arguments?.length === 1 ? compileOptional(node.arguments[0]) : undefined;
  const apply = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!argument || !apply) return undefined;
  return (bindings) => (Object.hasOwn(bindings.variables, name) ? NOT_FAST : apply(argument(bindings)));
}

const FUNCTIONS: Readonly<Record<string, (argument: Fast) => Fast>> = {
  exists: (argument) => (argument === NOT_FAST ? NOT_FAST : argument !== undefined),
  count: (argument) => (Array.isArray(argument) ? argument.length : NOT_FAST),
  not: (argument) => (typeof argument === 'boolean' ? !argument : NOT_FAST),
};

function compileObject(node: ExprNode): FastExpression | undefined {
  const pairs = (node.lhs ?? []) as readonly [ExprNode, ExprNode][];
  const keys = pairs.map(([key]) => String(key.value));
  const values = pairs.map(([, value]) => compileNode(value));
  if (pairs.some(([key]) => key.type !== 'string' || hasModifier(key))) return undefined;
  if (new Set(keys).size !== keys.length || keys.includes('__proto__')) return undefined;
  if (!values.every((value) => value !== undefined)) return undefined;
  return (bindings) => {
    const result: Record<string, JsonValue> = {};
    for (const [index, evaluate] of values.entries()) {
      const value = evaluate(bindings);
      if (value === NOT_FAST) return NOT_FAST;
      if (value !== undefined) result[keys[index] ?? ''] = value;
    }
    return result;
  };
}

function compileArray(node: ExprNode): FastExpression | undefined {
  const nodes = node.expressions ?? [];
  const items = nodes.map(compileNode);
  if (!items.every((item) => item !== undefined)) return undefined;
  return (bindings) => {
    const result: JsonValue[] = [];
    for (const [index, evaluate] of items.entries()) {
      const value = evaluate(bindings);
      if (value === NOT_FAST) return NOT_FAST;
      // An array that is no array constructor itself is spliced in.
      if (Array.isArray(value) && nodes[index]?.value !== '[') result.push(...value);
      else if (value !== undefined) result.push(value as JsonValue);
    }
    return result;
  };
}
