import type { Expression } from 'jsonata';

/**
 * $distinct in linear time: jsonata's own compares every pair, which takes minutes for the longest sequence allowed and
 * cannot be interrupted. Keeps the first of each value, by value, in order.
 */
export function addLinearDistinct(expression: Expression): void {
  expression.registerFunction('distinct', distinct, '<x:x>');
}

function distinct(items: unknown): unknown {
  if (!Array.isArray(items) || items.length <= 1) return items;
  const firstByKey = new Map<string, unknown>();
  for (const item of items) {
    const key = canonical(item);
    if (!firstByKey.has(key)) firstByKey.set(key, item);
  }
  const kept: unknown[] = [...firstByKey.values()];
  return 'sequence' in items ? Object.assign(kept, { sequence: true }) : kept;
}

/** Equal text for equal values: keys sorted, and a number kept apart from its text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
}
