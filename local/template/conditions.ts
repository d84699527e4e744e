import { isJsonObject, type JsonValue } from '../json.ts';
import { resolveValue, type Scope } from './intrinsics.ts';

type ConditionFunction = (argument: JsonValue, scope: Scope) => boolean;

/** The condition functions of CloudFormation; all others are refused by name. */
const CONDITION_FUNCTIONS = {
  'Fn::Equals': (argument, scope) => {
    const [left, right] = items(argument, scope);
    return sameValue(left, right);
  },
  'Fn::And': (argument, scope) => conditions(argument).every((part) => evaluateCondition(part, scope)),
  'Fn::Or': (argument, scope) => conditions(argument).some((part) => evaluateCondition(part, scope)),
  'Fn::Not': (argument, scope) => !evaluateCondition(conditions(argument)[0] ?? null, scope),
  Condition: (argument, scope) => scope.condition(String(argument)),
  'Fn::Contains': (argument, scope) => {
    const [list, wanted] = items(argument, scope);
    return Array.isArray(list) && list.some((item) => sameValue(item, wanted));
  },
} as const satisfies Record<string, ConditionFunction>;

/** Whether `name` is a condition function. */
function isConditionFunction(name: string): name is keyof typeof CONDITION_FUNCTIONS {
  return Object.hasOwn(CONDITION_FUNCTIONS, name);
}

/** The truth of a member of the template's Conditions. */
export function evaluateCondition(value: JsonValue, scope: Scope): boolean {
  const [entry] = isJsonObject(value) ? Object.entries(value) : [];
  if (entry && isConditionFunction(entry[0])) return CONDITION_FUNCTIONS[entry[0]](entry[1], scope);
  throw new Error(`${JSON.stringify(value)} is not a condition`);
}

function items(argument: JsonValue, scope: Scope): readonly JsonValue[] {
  const resolved = resolveValue(argument, scope);
  return Array.isArray(resolved) ? resolved : [];
}

function conditions(argument: JsonValue): readonly JsonValue[] {
  return Array.isArray(argument) ? argument : [];
}

/** CloudFormation compares parameters as text: `true` equals `"true"`. */
function sameValue(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  const plain = (value: JsonValue | undefined) =>
    isJsonObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
  return plain(left) === plain(right);
}
