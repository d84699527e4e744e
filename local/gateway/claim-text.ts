import { isJsonObject, type JsonValue } from '../json.ts';

/**
 * A claim as HTTP API hands it to the function: always text. Arrays and objects come as Go prints them, `[admin user]` and
 * `map[city:Chongqing]`, which is why claims that are to be read back should be plain strings.
 */
export function claimText(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  if (isJsonObject(value)) {
    const entries = Object.keys(value).sort();
    return `map[${entries.map((name) => `${name}:${claimText(value[name] ?? null)}`).join(' ')}]`;
  }
  return value === null ? '<nil>' : String(value);
}
