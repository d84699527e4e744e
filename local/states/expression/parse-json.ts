import type { JsonObject, JsonValue } from '../../json.ts';

/**
 * JSON as AWS's $parse reads it: strings may be in single quotes, but a repeated key, a number past the range of a
 * double and anything after the value are errors (measured on AWS). Throws SyntaxError.
 */
export function parseJson(text: string): JsonValue {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

const MAX_NESTING = 1000;
const TOKEN = /[\t\n\r ]*(?:([[\]{}:,])|("(?:[^"\\]|\\.)*")|('(?:[^'\\]|\\.)*')|([-+\w.]+))/suy;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(nesting: number): JsonValue {
    if (nesting > MAX_NESTING) throw new SyntaxError('nested too deeply');
    const token = this.#next();
    if (token === '{') return this.#object(nesting);
    if (token === '[') return this.#array(nesting);
    return scalar(token);
  }

  end(): void {
    if (this.#text.slice(this.#at).trim() !== '') throw new SyntaxError('more after the value');
  }

  #object(nesting: number): JsonObject {
    const entries = new Map<string, JsonValue>();
    if (this.#skip('}')) return {};
    do {
      const key = scalar(this.#next());
      if (typeof key !== 'string' || entries.has(key))
        throw new SyntaxError('a key is repeated or no string');
      this.#expect(':');
      entries.set(key, this.value(nesting + 1));
    } while (this.#skip(','));
    this.#expect('}');
    return Object.fromEntries(entries);
  }

  #array(nesting: number): JsonValue[] {
    const items: JsonValue[] = [];
    if (this.#skip(']')) return items;
    do {
      items.push(this.value(nesting + 1));
    } while (this.#skip(','));
    this.#expect(']');
    return items;
  }

  #next(): string {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    if (!match) throw new SyntaxError('unexpected character');
    this.#at = TOKEN.lastIndex;
    return match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
  }

  #skip(symbol: string): boolean {
    const before = this.#at;
    if (this.#next() === symbol) return true;
    this.#at = before;
    return false;
  }

  #expect(symbol: string): void {
    if (this.#next() !== symbol) throw new SyntaxError(`no ${symbol} where it is needed`);
  }
}

function scalar(token: string): JsonValue {
  if (token.startsWith("'")) return JSON.parse(`"${token.slice(1, -1).replace(/\\'|"/g, unquoted)}"`);
  if (token.startsWith('"') || token === 'true' || token === 'false' || token === 'null') {
    return JSON.parse(token);
  }
  const number = NUMBER.test(token) ? Number(token) : Number.NaN;
  if (!Number.isFinite(number)) throw new SyntaxError('no JSON value');
  return number;
}

function unquoted(found: string): string {
  return found === '"' ? '\\"' : "'";
}
