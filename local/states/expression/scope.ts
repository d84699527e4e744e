import type { JsonObject, JsonValue } from '../../json.ts';

/** What an expression can read: `$states`, the variables of the state's scope, and the time. */
export interface Bindings {
  /** Each field only where the language has it: `result` in Output and Assign, `errorOutput` in a catcher's. */
  readonly states: {
    readonly input: JsonValue;
    readonly context: JsonObject;
    readonly result?: JsonValue;
    readonly errorOutput?: JsonValue;
  };
  /** By name without the `$`. */
  readonly variables: Readonly<Record<string, JsonValue>>;
  /** The clock's instant, which $now and $millis answer; milliseconds since the epoch. */
  readonly nowMs: number;
}
