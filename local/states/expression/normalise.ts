import type { JsonValue } from '../../json.ts';

/** Thrown for a value that has no JSON, such as a function. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

/**
 * Plain JSON of what jsonata returned: sequences become arrays without their marks, and a number that is none becomes the
 * string AWS writes for it ("Infinity", "NaN"; measured). `undefined` stays undefined.
 */
export function normalise(value: unknown): JsonValue | undefined {
  switch (typeof value) {
    case 'undefined':
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return normaliseNumber(value);
    case 'object':
      return normaliseObject(value);
    default:
      throw new NotJson();
  }
}

function normaliseNumber(value: number): number | string {
  if (!Number.isFinite(value)) return String(value);
  return value === 0 ? 0 : value;
}

function normaliseObject(value: object | null): JsonValue {
  if (value === null) return null;
  if (Array.isArray(value)) {
    return value.map(normalise).filter((item) => item !== undefined);
  }
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) throw new NotJson();
  const result: Record<string, JsonValue> = {};
  for (const [key, item] of Object.entries(value)) {
    const normalised = normalise(item);
    if (normalised !== undefined) result[key] = normalised;
  }
  return result;
}
