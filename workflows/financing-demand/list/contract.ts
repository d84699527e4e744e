import * as z from 'zod';
import { DemandSeen } from '../demand-seen.ts';

/**
 * 需求清单: what an institution is sent, numbered 1, 2, 3, ... without gaps, each with the hash of the one before, never changed. A
 * list names demands and says what became of them; what of a demand may be seen is computed when it is read, by push and pull alike
 * (functions/financing-demand/list/deliveries.ts).
 */

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Instant = z.iso.datetime({ offset: true });

export const ListItemKind = z.enum([
  'NEW',
  'CHANGED',
  /** The demand is over. */
  'CLOSED',
  /** The institution may not see it any more. */
  'CONSENT_WITHDRAWN',
]);
export type ListItemKind = z.infer<typeof ListItemKind>;

export const ListItem = z.strictObject({
  demandId: z.string().min(1),
  kind: ListItemKind,
  /** Version of the demand when the list was drawn up; what is shown is the present one. */
  demandVersion: z.int().positive(),
});
export type ListItem = z.infer<typeof ListItem>;

/** The list itself; its items lie in chunks of their own. */
export const DemandList = z.strictObject({
  institutionId: z.string().min(1),
  number: z.int().positive(),
  /** 64 zeros before the first. */
  previousHash: Hash,
  /** SHA-256 over institution, number, previousHash and the items in order: see list-hash.ts. */
  hash: Hash,
  createdAt: Instant,
  itemCount: z.int().positive(),
  chunkCount: z.int().positive(),
});
export type DemandList = z.infer<typeof DemandList>;

/** One item as it is delivered, by push and pull alike. */
export const Delivery = z.strictObject({
  listNumber: z.int().positive(),
  /** 1, 2, 3, ... within the list. */
  position: z.int().positive(),
  ...ListItem.shape,
  /** The demand as the institution may see it now; absent where it may not, or no more. */
  demand: DemandSeen.optional(),
});
export type Delivery = z.infer<typeof Delivery>;
