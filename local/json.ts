/** A JSON value as JSON.parse gives it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object as JSON.parse gives it. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Whether the value is a JSON object, that is neither null nor an array. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
