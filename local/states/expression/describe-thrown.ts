import { BOUND_CAUSES, BoundExceeded } from './bounds.ts';

/** jsonata's own codes for the bounds set in its options: depth, sequence length, range length. */
const BOUND_BY_CODE: Readonly<Record<string, keyof typeof BOUND_CAUSES>> = {
  D1011: 'depth',
  D1012: 'time',
  D2014: 'memory',
  D2015: 'memory',
};

/** V8's, when one value outgrows what it can hold or the parser recurses too deeply. */
const BOUND_BY_RANGE_ERROR: readonly [RegExp, keyof typeof BOUND_CAUSES][] = [
  [/call stack/i, 'depth'],
  [/invalid (string|array) length|array buffer/i, 'memory'],
];

/** The code, if it is one of JSONata's, and the text of what an evaluation threw: jsonata throws plain objects. */
export function describeThrown(thrown: unknown): { readonly code?: string; readonly message: string } {
  if (thrown instanceof BoundExceeded) return { message: BOUND_CAUSES[thrown.bound] };
  if (thrown instanceof RangeError) return { message: rangeErrorCause(thrown) };
  const code = textField(thrown, 'code');
  const message = textField(thrown, 'message') ?? String(thrown);
  if (code === undefined) return { message };
  const bound = Object.hasOwn(BOUND_BY_CODE, code) ? BOUND_BY_CODE[code] : undefined;
  return bound ? { message: BOUND_CAUSES[bound] } : { code, message };
}

function rangeErrorCause(error: RangeError): string {
  const found = BOUND_BY_RANGE_ERROR.find(([pattern]) => pattern.test(error.message));
  return found ? BOUND_CAUSES[found[1]] : error.message;
}

function textField(thrown: unknown, field: string): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !(field in thrown)) return undefined;
  const value: unknown = Reflect.get(thrown, field);
  return typeof value === 'string' ? value : undefined;
}
