import type * as z from 'zod';
import { Fault } from './fault.ts';
import { faultWords } from './fault-words.ts';

/** A refinement may say it in its own words: `params: { code, zh, en }`. */
const OwnWords = Fault.omit({ pointer: true });

export type Shaped<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: Fault[] };

/**
 * Holds a value against a schema and tells every fault with its RFC 6901 pointer, in both languages. `at` is the pointer of
 * the value itself inside the request. A key the schema does not know is one fault each, `unknown-key`; one that is left out is
 * `required`.
 */
export function shaped<S extends z.ZodType>(schema: S, value: unknown, at = ''): Shaped<z.output<S>> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, at)) };
}

function faultsOf(issue: z.core.$ZodIssue, at: string): Fault[] {
  const here = at + pointerTo(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: here + pointerTo([key]),
      code: 'unknown-key',
      zh: `不认识的字段：${key}`,
      en: `Unknown key: ${key}`,
    }));
  }
  const own = issue.code === 'custom' ? OwnWords.safeParse(issue.params).data : undefined;
  return [{ pointer: here, ...(own ?? faultWords(issue)) }];
}

/** RFC 6901: each token after a slash, `~` as `~0` and `/` as `~1`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
