import type { Expression, Focus } from 'jsonata';

/** Not a name JSONata can spell, so no expression can read or hide it. */
export const INSTANT_BINDING = '#instant';

interface NativeFunction {
  readonly implementation: (...args: unknown[]) => unknown;
}

/** $now and $millis by the runtime's clock instead of the machine's, the same instant throughout one expression. */
export function addTimeFunctions(expression: Expression): void {
  expression.registerFunction(
    'now',
    function (this: Focus, picture?: string, timezone?: string) {
      const fromMillis: NativeFunction = this.environment.lookup('fromMillis');
      return fromMillis.implementation(instantOf(this), picture, timezone);
    },
    '<s?s?:s>',
  );
  expression.registerFunction(
    'millis',
    function (this: Focus) {
      return instantOf(this);
    },
    '<:n>',
  );
}

function instantOf(focus: Focus): number {
  return Math.trunc(Number(focus.environment.lookup(INSTANT_BINDING)));
}
