import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';

/** What a template value may refer to. Each look-up throws an error that names what is missing. */
export interface Scope {
  /** `Ref` of a parameter, pseudo parameter or resource. */
  ref(name: string): JsonValue | typeof NO_VALUE;
  /** `Fn::GetAtt`. */
  attribute(logicalId: string, name: string): JsonValue;
  mapping(map: string, top: string, second: string): JsonValue | undefined;
  condition(name: string): boolean;
  importValue(exportName: string): JsonValue;
}

/** What `Ref: AWS::NoValue` resolves to: the property is taken out. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Resolved = JsonValue | typeof NO_VALUE;
type Intrinsic = (argument: JsonValue, scope: Scope) => Resolved;

/**
 * Replaces every intrinsic function in `value`
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
 * A function that is not supported, and a dynamic reference, throws.
 */
export function resolve(value: JsonValue, scope: Scope): Resolved {
  if (typeof value === 'string') return refuseDynamicReference(value);
  if (Array.isArray(value)) return resolveList(value, scope);
  if (!isJsonObject(value)) return value;
  const call = intrinsicCall(value);
  if (!call) return resolveMembers(value, scope);
  const intrinsic = INTRINSICS.get(call.name);
  if (!intrinsic) throw new Error(`the intrinsic function ${call.name} is not supported`);
  const result = intrinsic(call.argument, scope);
  return typeof result === 'string' ? refuseDynamicReference(result) : result;
}

/** Like {@link resolve} where AWS::NoValue has no meaning. */
export function resolveValue(value: JsonValue, scope: Scope): JsonValue {
  const resolved = resolve(value, scope);
  if (resolved === NO_VALUE) throw new Error('AWS::NoValue is not allowed here');
  return resolved;
}

/** The intrinsic call that an object is, if it is one: exactly one member, named Ref, Condition or Fn::... */
export function intrinsicCall(value: JsonObject): { name: string; argument: JsonValue } | undefined {
  const [entry, second] = Object.entries(value);
  if (!entry || second) return undefined;
  const [name, argument] = entry;
  const isCall = name.startsWith('Fn::') || name === 'Ref';
  return isCall ? { name, argument } : undefined;
}

function resolveList(list: readonly JsonValue[], scope: Scope): JsonValue[] {
  return list.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
}

function resolveMembers(value: JsonObject, scope: Scope): JsonObject {
  const members: Record<string, JsonValue> = {};
  for (const [name, member] of Object.entries(value)) {
    const resolved = resolve(member, scope);
    if (resolved !== NO_VALUE) members[name] = resolved;
  }
  return members;
}

function refuseDynamicReference(text: string): string {
  if (/\{\{resolve:(ssm|ssm-secure|secretsmanager):/.test(text)) {
    throw new Error(
      `the dynamic reference ${text} is not supported: nothing on this machine keeps such values`,
    );
  }
  return text;
}

const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', (name, scope) => scope.ref(text(name, 'Ref'))],
  ['Fn::GetAtt', (argument, scope) => getAtt(argument, scope)],
  ['Fn::Sub', (argument, scope) => substitute(argument, scope)],
  ['Fn::Join', (argument, scope) => join(argument, scope)],
  ['Fn::Select', (argument, scope) => select(argument, scope)],
  ['Fn::Split', (argument, scope) => split(argument, scope)],
  [
    'Fn::ImportValue',
    (argument, scope) => scope.importValue(text(resolveValue(argument, scope), 'Fn::ImportValue')),
  ],
  ['Fn::FindInMap', (argument, scope) => findInMap(argument, scope)],
  [
    'Fn::Base64',
    (argument, scope) =>
      Buffer.from(text(resolveValue(argument, scope), 'Fn::Base64'), 'utf8').toString('base64'),
  ],
  ['Fn::If', (argument, scope) => choose(argument, scope)],
]);

/** The names of the supported intrinsic functions. */
export const SUPPORTED_INTRINSICS: readonly string[] = [...INTRINSICS.keys()];

function getAtt(argument: JsonValue, scope: Scope): JsonValue {
  const path = typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
  const [logicalId, ...name] = path.map((part) => text(resolveValue(part, scope), 'Fn::GetAtt'));
  if (logicalId === undefined || name.length === 0)
    throw new Error('Fn::GetAtt needs a logical id and a name');
  return scope.attribute(logicalId, name.join('.'));
}

function substitute(argument: JsonValue, scope: Scope): string {
  const [template, variables] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub');
  const given = isJsonObject(variables) ? variables : {};
  return text(template, 'Fn::Sub').replace(/\$\{([^}]*)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const own = given[name];
    if (own !== undefined) return scalar(resolveValue(own, scope), 'Fn::Sub');
    const value = name.includes('.') ? getAtt(name, scope) : scope.ref(name);
    return scalar(value, 'Fn::Sub');
  });
}

function join(argument: JsonValue, scope: Scope): string {
  const [delimiter, values] = list(argument, 'Fn::Join');
  const resolved = resolveValue(values ?? null, scope);
  return list(resolved, 'Fn::Join')
    .map((value) => scalar(value, 'Fn::Join'))
    .join(text(delimiter, 'Fn::Join'));
}

function select(argument: JsonValue, scope: Scope): JsonValue {
  const [index, values] = list(argument, 'Fn::Select');
  const position = Number(resolveValue(index ?? null, scope));
  const chosen = list(resolveValue(values ?? null, scope), 'Fn::Select')[position];
  if (chosen === undefined) throw new Error(`Fn::Select has no value at index ${position}`);
  return chosen;
}

function split(argument: JsonValue, scope: Scope): JsonValue {
  const [delimiter, source] = list(argument, 'Fn::Split');
  return text(resolveValue(source ?? null, scope), 'Fn::Split').split(text(delimiter, 'Fn::Split'));
}

function findInMap(argument: JsonValue, scope: Scope): Resolved {
  const [map, top, second, options] = list(argument, 'Fn::FindInMap');
  const keys = [map, top, second].map((key) => text(resolveValue(key ?? null, scope), 'Fn::FindInMap'));
  const [mapName = '', topKey = '', secondKey = ''] = keys;
  const found = scope.mapping(mapName, topKey, secondKey);
  if (found !== undefined) return found;
  if (isJsonObject(options) && options.DefaultValue !== undefined)
    return resolve(options.DefaultValue, scope);
  throw new Error(`the mapping ${keys.join('.')} does not exist`);
}

function choose(argument: JsonValue, scope: Scope): Resolved {
  const [condition, whenTrue, whenFalse] = list(argument, 'Fn::If');
  const chosen = scope.condition(text(condition, 'Fn::If')) ? whenTrue : whenFalse;
  return resolve(chosen ?? null, scope);
}

function list(value: JsonValue, name: string): readonly JsonValue[] {
  if (!Array.isArray(value)) throw new Error(`${name} needs a list`);
  return value;
}

function text(value: JsonValue | undefined, name: string): string {
  if (typeof value !== 'string') throw new Error(`${name} needs a text, not ${JSON.stringify(value)}`);
  return value;
}

function scalar(value: Resolved, name: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new Error(`${name} needs a text, not ${JSON.stringify(value)}`);
}
