import * as z from 'zod';

/** A table inside a request. Five hundred patents are some 200 KB of XLSX. */
export const TableFile = z.strictObject({
  format: z.enum(['csv', 'xlsx']),
  contentBase64: z.base64().min(1).max(4_000_000),
});
export type TableFile = z.infer<typeof TableFile>;
