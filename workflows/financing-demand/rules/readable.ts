import type * as z from 'zod';
import type { Fault } from '../../shared/fault.ts';

/** A part of a request whose own shape is right, so that what is wrong beside it does not hide what is wrong in it. */
export function readable<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

/** Of an object the properties whose own shape is right. */
export function readableParts<S extends z.ZodObject>(schema: S, value: unknown): Partial<z.output<S>> {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const parts = Object.entries(schema.shape).flatMap(([name, of]) => {
    const read = (of as z.ZodType).safeParse(given[name]);
    return read.success && read.data !== undefined ? [[name, read.data]] : [];
  });
  return Object.fromEntries(parts) as Partial<z.output<S>>;
}

/** Each fault once, by its place and code. */
export function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault])).values()];
}
