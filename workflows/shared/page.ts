import * as z from 'zod';

/** Query of every list: how many, and where to go on. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  /** The `cursor` of the page before. */
  cursor: z.string().min(1).max(1000).optional(),
});

/** Query of a list that is read from either end. */
export const OrderedPageQuery = PageQuery.extend({
  order: z.enum(['oldest-first', 'newest-first']).default('oldest-first'),
});

/** Reply of every list; without `cursor` it is the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), cursor: z.string().optional() });
}
