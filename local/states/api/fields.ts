import type { JsonObject, JsonValue } from '../../json.ts';
import { ApiError, errors } from './api-error.ts';

/** Reads the members of a request; a missing or mistyped one is AWS's ValidationException. */
export class Fields {
  readonly #values: JsonObject;

  constructor(values: JsonObject) {
    this.#values = values;
  }

  get(name: string): JsonValue | undefined {
    return this.#values[name] ?? undefined;
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw missing(name);
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.#typed(name, 'string') as string | undefined;
  }

  /** Text with the length limit of the API reference. */
  textUpTo(most: number, name: string): string | undefined {
    const text = this.optionalText(name);
    if (text === undefined || text.length <= most) return text;
    throw errors.validation(
      `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
    );
  }

  flag(name: string): boolean {
    return (this.#typed(name, 'boolean') as boolean | undefined) ?? false;
  }

  optionalFlag(name: string): boolean | undefined {
    return this.#typed(name, 'boolean') as boolean | undefined;
  }

  optionalCount(name: string): number | undefined {
    return this.#typed(name, 'number') as number | undefined;
  }

  #typed(name: string, type: string): JsonValue | undefined {
    const value = this.get(name);
    if (value === undefined) return undefined;
    if (typeof value === type) return value;
    throw new ApiError('SerializationException', `${name}: expected a ${type}`);
  }
}

function missing(name: string): ApiError {
  return errors.validation(
    `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}
