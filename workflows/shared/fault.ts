import * as z from 'zod';

/** One thing that is wrong with a request: where (RFC 6901 JSON pointer), what (stable code), in words for people. */
export const Fault = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
});
export type Fault = z.infer<typeof Fault>;

/** RFC 9457 problem details with our stable `code`, both languages and, for bad input, every fault. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  instance: z.string().optional(),
  faults: z.array(Fault).optional(),
  /** The present state of the thing, where the request lost against another (409, 412). */
  present: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof Problem>;
