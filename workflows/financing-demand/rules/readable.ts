import type * as z from 'zod';
import type { Fault } from '../../shared/fault.ts';

/** A part of a request whose own shape is right, so that what is wrong beside it does not hide what is wrong in it. */
export function readable<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

/** Each fault once, by its place and code. */
export function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault])).values()];
}
