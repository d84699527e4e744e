import type { JsonValue } from '../json.ts';

/** The service quota of a state's input, output or task result: 256 KiB of UTF-8. */
export const maximumPayloadBytes = 262_144;

/** JSON that is parsed, written and quoted at most once, however often it travels from state to state. */
export class Payload {
  #value: JsonValue | undefined;
  #text: string | undefined;
  #quoted: string | undefined;

  private constructor(value: JsonValue | undefined, text: string | undefined) {
    this.#value = value;
    this.#text = text;
  }

  static ofValue(value: JsonValue): Payload {
    return new Payload(value, undefined);
  }

  /** `text` must be JSON; it is parsed only when somebody asks for the value. */
  static ofText(text: string): Payload {
    return new Payload(undefined, text);
  }

  get value(): JsonValue {
    if (this.#value === undefined) this.#value = JSON.parse(this.text) as JsonValue;
    return this.#value;
  }

  get text(): string {
    this.#text ??= JSON.stringify(this.#value);
    return this.#text;
  }

  /** The text as a JSON string literal, the form it has in a history event. */
  get quoted(): string {
    this.#quoted ??= JSON.stringify(this.text);
    return this.#quoted;
  }

  /** Whether the UTF-8 text is longer than {@link maximumPayloadBytes}. */
  get isTooLarge(): boolean {
    const { text } = this;
    return text.length * 3 > maximumPayloadBytes && Buffer.byteLength(text) > maximumPayloadBytes;
  }
}
