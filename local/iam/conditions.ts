import { matchesWildcard } from './wildcard.ts';

/** What is known of a request beside action and resource; keys in lower case. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

type Test = (actual: string, wanted: string) => boolean;

const same: Test = (actual, wanted) => actual === wanted;
const sameIgnoringCase: Test = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();
const like: Test = (actual, wanted) => matchesWildcard(actual, wanted);

interface Operator {
  readonly test: Test;
  /** A negated operator holds when none of the wanted values matches, also when the key is absent. */
  readonly negated: boolean;
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['StringEquals', { test: same, negated: false }],
  ['StringNotEquals', { test: same, negated: true }],
  ['StringEqualsIgnoreCase', { test: sameIgnoringCase, negated: false }],
  ['StringNotEqualsIgnoreCase', { test: sameIgnoringCase, negated: true }],
  ['StringLike', { test: like, negated: false }],
  ['StringNotLike', { test: like, negated: true }],
  ['ArnEquals', { test: like, negated: false }],
  ['ArnLike', { test: like, negated: false }],
  ['ArnNotEquals', { test: like, negated: true }],
  ['ArnNotLike', { test: like, negated: true }],
  ['Bool', { test: sameIgnoringCase, negated: false }],
]);
const SET_PREFIX = /^(ForAllValues|ForAnyValue):/;

/**
 * The condition operators that are understood, with their IfExists and set forms
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
 */
export const CONDITION_OPERATORS: readonly string[] = [
  'Null',
  ...[...OPERATORS.keys()].flatMap((name) =>
    ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((prefix) => [
      `${prefix}${name}`,
      `${prefix}${name}IfExists`,
    ]),
  ),
];

/** The condition keys that requests carry on this machine, in lower case. */
export const CONDITION_KEYS: readonly string[] = [
  'aws:securetransport',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalisawsservice',
  'aws:requestedregion',
  'aws:resourceaccount',
  'dynamodb:leadingkeys',
  'dynamodb:select',
  'kms:signingalgorithm',
  'kms:messagetype',
  's3:prefix',
  'ses:fromaddress',
  'lambda:functionarn',
  'events:source',
  'events:detail-type',
];

/** Whether every test of a Condition element holds. */
export function conditionHolds(
  condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  context: RequestContext,
): boolean {
  return Object.entries(condition).every(([operator, tests]) =>
    Object.entries(tests).every(([key, wanted]) => testHolds(operator, valuesOf(context, key), wanted)),
  );
}

function valuesOf(context: RequestContext, key: string): readonly string[] | undefined {
  const value = context[key.toLowerCase()];
  return value === undefined ? undefined : [value].flat();
}

function testHolds(name: string, actual: readonly string[] | undefined, wanted: readonly string[]): boolean {
  if (name === 'Null') return wanted.includes(String(actual === undefined));
  const set = SET_PREFIX.exec(name)?.[1];
  const plain = name.replace(SET_PREFIX, '');
  const operator = OPERATORS.get(plain.replace(/IfExists$/, ''));
  if (!operator) return false;
  if (actual === undefined || actual.length === 0) {
    return plain.endsWith('IfExists') || operator.negated || set === 'ForAllValues';
  }
  const holds = (value: string) => wanted.some((one) => operator.test(value, one)) !== operator.negated;
  return set === 'ForAnyValue' || (set === undefined && actual.length === 1)
    ? actual.some(holds)
    : actual.every(holds);
}
