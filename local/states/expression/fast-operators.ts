import type { JsonValue } from '../../json.ts';
import { MAX_STRING_LENGTH } from './bounds.ts';

/** Answered when the value cannot be told without jsonata. */
export const NOT_FAST = Symbol('not fast');
export type Fast = JsonValue | undefined | typeof NOT_FAST;

type Combine = (left: Fast, right: Fast) => Fast;

/** The operators on values whose meaning is certain; `and` and `or` evaluate their right side only when they need it. */
export const BINARY: Readonly<Record<string, Combine>> = {
  '=': (left, right) => (isScalar(left) && isScalar(right) ? left === right : NOT_FAST),
  '!=': (left, right) => (isScalar(left) && isScalar(right) ? left !== right : NOT_FAST),
  '<': (left, right) => compare(left, right, (order) => order < 0),
  '<=': (left, right) => compare(left, right, (order) => order <= 0),
  '>': (left, right) => compare(left, right, (order) => order > 0),
  '>=': (left, right) => compare(left, right, (order) => order >= 0),
  '&': concatenate,
  '+': (left, right) => calculate(left, right, (a, b) => a + b),
  '-': (left, right) => calculate(left, right, (a, b) => a - b),
  '*': (left, right) => calculate(left, right, (a, b) => a * b),
  '/': (left, right) => calculate(left, right, (a, b) => a / b),
};

/** `undefined` and arrays have rules of their own. */
function isScalar(value: Fast): value is string | number | boolean | null {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}

function compare(left: Fast, right: Fast, holds: (order: number) => boolean): Fast {
  if (typeof left === 'number' && typeof right === 'number') return holds(left - right);
  if (typeof left !== 'string' || typeof right !== 'string') return NOT_FAST;
  if (left === right) return holds(0);
  return holds(left < right ? -1 : 1);
}

/** What leaves the numbers (1/0) has rules of its own. */
function calculate(left: Fast, right: Fast, operate: (a: number, b: number) => number): Fast {
  if (typeof left !== 'number' || typeof right !== 'number') return NOT_FAST;
  const result = operate(left, right);
  if (!Number.isFinite(result)) return NOT_FAST;
  return result === 0 ? 0 : result;
}

function concatenate(left: Fast, right: Fast): Fast {
  const [before, after] = [textOf(left), textOf(right)];
  if (before === undefined || after === undefined) return NOT_FAST;
  return before.length + after.length > MAX_STRING_LENGTH ? NOT_FAST : before + after;
}

/** JSONata writes 15 digits of a number. */
const LONGEST_INTEGER = 1e15;

function textOf(value: Fast): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'undefined':
      return '';
    case 'boolean':
      return String(value);
    case 'number':
      return Number.isInteger(value) && Math.abs(value) < LONGEST_INTEGER ? String(value) : undefined;
    default:
      return value === null ? 'null' : undefined;
  }
}
