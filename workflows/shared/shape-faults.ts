import type * as z from 'zod';
import en from 'zod/v4/locales/en.js';
import zhCN from 'zod/v4/locales/zh-CN.js';
import { Fault } from './fault.ts';

/** A refinement may say it in its own words: `params: { code, zh, en }`. */
const OwnWords = Fault.omit({ pointer: true });
const ENGLISH = en().localeError;
const CHINESE = zhCN().localeError;

export type Shaped<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: Fault[] };

/**
 * Holds a value against a schema and tells every fault with its RFC 6901 pointer, in both languages. `at` is the pointer of
 * the value itself inside the request. A key the schema does not know is one fault each, `unknown-key`.
 */
export function shaped<S extends z.ZodType>(schema: S, value: unknown, at = ''): Shaped<z.output<S>> {
  const english = schema.safeParse(value, { error: ENGLISH });
  if (english.success) return { ok: true, value: english.data };
  // Parsed again only for the Chinese words; the issues come in the same order.
  const chinese = schema.safeParse(value, { error: CHINESE }).error?.issues ?? [];
  const faults = english.error.issues.flatMap((issue, index) =>
    faultsOf(issue, chinese[index]?.message ?? issue.message, at),
  );
  return { ok: false, faults };
}

function faultsOf(issue: z.core.$ZodIssue, zh: string, at: string): Fault[] {
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
  if (own) return [{ pointer: here, ...own }];
  return [{ pointer: here, code: issue.code.replaceAll('_', '-'), zh, en: issue.message }];
}

/** RFC 6901: each token after a slash, `~` as `~0` and `/` as `~1`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
