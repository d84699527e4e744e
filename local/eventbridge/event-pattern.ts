import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';

/** Whether an event has what a pattern asks for. */
export type EventPattern = (event: JsonObject) => boolean;

/** Whether one value of the event (undefined: absent) fits. */
type Test = (value: JsonValue | undefined) => boolean;

/**
 * Reads an event pattern (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).
 * @throws SyntaxError naming the field whose operator is not known
 */
export function parseEventPattern(pattern: unknown): EventPattern {
  // Patterns come from the template, which is JSON.
  const checked = pattern as JsonValue;
  if (!isJsonObject(checked)) throw new SyntaxError('an event pattern is an object');
  const test = objectTest(checked, '$');
  return (event) => test(event);
}

function objectTest(pattern: JsonObject, place: string): Test {
  const fields = Object.entries(pattern).map(([name, value]) => {
    if (name === '$or') return alternativesTest(value, place);
    const test = fieldTest(value, `${place}.${name}`);
    return (object: JsonObject | undefined) => test(object?.[name]);
  });
  const matches = (object: JsonObject | undefined) => fields.every((field) => field(object));
  // Of a list of objects one must fit as a whole.
  return (value) =>
    Array.isArray(value)
      ? value.some((one: JsonValue) => isJsonObject(one) && matches(one))
      : matches(isJsonObject(value) ? value : undefined);
}

function alternativesTest(value: JsonValue, place: string): (object: JsonObject | undefined) => boolean {
  if (!Array.isArray(value) || !value.every(isJsonObject))
    throw new SyntaxError(`${place}.$or is a list of patterns`);
  const tests = value.map((one: JsonObject) => objectTest(one, place));
  return (object) => tests.some((test) => test(object));
}

function fieldTest(pattern: JsonValue, place: string): Test {
  if (isJsonObject(pattern)) return objectTest(pattern, place);
  if (!Array.isArray(pattern) || pattern.length === 0)
    throw new SyntaxError(`${place} must be a list that is not empty`);
  const tests = pattern.map((rule: JsonValue) => ruleTest(rule, place));
  return (value) => tests.some((test) => test(value));
}

function ruleTest(rule: JsonValue, place: string): Test {
  if (!isJsonObject(rule)) return someOf((value) => value === rule);
  const [operator, ...more] = Object.keys(rule);
  const make = operator === undefined ? undefined : OPERATORS[operator];
  if (!make || operator === undefined || more.length > 0) {
    throw new SyntaxError(`${place}: the operator ${Object.keys(rule).join()} is not supported`);
  }
  return make(rule[operator] ?? null, `${place}.${operator}`);
}

const OPERATORS: Readonly<Record<string, (argument: JsonValue, place: string) => Test>> = {
  exists: (wanted) => (value) => (value !== undefined && !isJsonObject(value)) === wanted,
  prefix: (argument, place) => affix(argument, place, (value, part) => value.startsWith(part)),
  suffix: (argument, place) => affix(argument, place, (value, part) => value.endsWith(part)),
  'equals-ignore-case': (argument, place) => {
    const wanted = textOf(argument, place).toLowerCase();
    return someText((value) => value.toLowerCase() === wanted);
  },
  wildcard: (argument, place) => {
    const expression = wildcardExpression(textOf(argument, place));
    return someText((value) => expression.test(value));
  },
  numeric: numericTest,
  cidr: cidrTest,
  'anything-but': anythingButTest,
};

function affix(argument: JsonValue, place: string, fits: (value: string, part: string) => boolean): Test {
  if (!isJsonObject(argument)) {
    const part = textOf(argument, place);
    return someText((value) => fits(value, part));
  }
  const part = textOf(argument['equals-ignore-case'] ?? null, place).toLowerCase();
  return someText((value) => fits(value.toLowerCase(), part));
}

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function numericTest(argument: JsonValue, place: string): Test {
  const parts: readonly JsonValue[] = Array.isArray(argument) ? argument : [];
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const compare = COMPARISONS[String(parts[index])];
    const bound = parts[index + 1];
    if (!compare || typeof bound !== 'number') throw new SyntaxError(`${place} is not a comparison`);
    tests.push((value) => compare(value, bound));
  }
  if (tests.length === 0) throw new SyntaxError(`${place} is not a comparison`);
  return someOf((value) => typeof value === 'number' && tests.every((test) => test(value)));
}

function cidrTest(argument: JsonValue, place: string): Test {
  const [address = '', bits] = textOf(argument, place).split('/');
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family);
  const isAddress = family === 'ipv4' ? isIPv4 : isIPv6;
  return someText((value) => isAddress(value) && list.check(value, family));
}

/** Values, or one of the text operators; a list in the event fits when none of its members is excluded. */
function anythingButTest(argument: JsonValue, place: string): Test {
  const excluded = isJsonObject(argument)
    ? Object.entries(argument).flatMap(([operator, values]) =>
        [values].flat().map((value) => ruleTest({ [operator]: value as JsonValue }, place)),
      )
    : [argument].flat().map((value) => ruleTest(value as JsonValue, place));
  return (value) => value !== undefined && !isJsonObject(value) && !excluded.some((test) => test(value));
}

/** A list in the event fits when one of its members does. */
function someOf(test: (value: JsonValue) => boolean): Test {
  return (value) => {
    if (value === undefined) return false;
    return Array.isArray(value) ? value.some(test) : test(value);
  };
}

function someText(test: (value: string) => boolean): Test {
  return someOf((value) => typeof value === 'string' && test(value));
}

function textOf(value: JsonValue, place: string): string {
  if (typeof value !== 'string') throw new SyntaxError(`${place} must be text`);
  return value;
}

/** `*` stands for any text; `\*` for itself. */
function wildcardExpression(text: string): RegExp {
  const source = text.replace(/\\[*\\]|\*|[.+?^${}()|[\]\\]/g, (part) => {
    if (part === '*') return '.*';
    return `\\${part.at(-1)}`;
  });
  return new RegExp(`^${source}$`, 's');
}
