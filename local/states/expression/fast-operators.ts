import type { JsonValue } from '../../json.ts';

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
  '&': (left, right) => (typeof left === 'string' && typeof right === 'string' ? left + right : NOT_FAST),
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
