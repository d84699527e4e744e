export interface FinancingKey {
  readonly pk: string;
  readonly sk: string;
}

/** Keys of FinancingTable (docs/access-patterns.md). */
export const FINANCING_KEY = {
  listHead: (institutionId: string): FinancingKey => ({ pk: listsOf(institutionId), sk: 'head' }),
  list: (institutionId: string, number: number): FinancingKey => ({
    pk: listsOf(institutionId),
    sk: listPrefix(number),
  }),
  chunk: (institutionId: string, number: number, chunk: number): FinancingKey => ({
    pk: listsOf(institutionId),
    sk: chunkPlace(number, chunk),
  }),
  pending: (institutionId: string, demandId: string): FinancingKey => ({
    pk: pendingOf(institutionId),
    sk: demandId,
  }),
  atOnce: (demandId: string): FinancingKey => ({ pk: AT_ONCE, sk: demandId }),
  pushMark: (institutionId: string): FinancingKey => ({ pk: PUSH_MARKS, sk: institutionId }),
  matches: (demandId: string): FinancingKey => ({ pk: `demand#${demandId}`, sk: 'matches' }),
  /** A demand that is under way, by what a product must be right in. */
  open: (facility: string, demandId: string): FinancingKey => ({ pk: openOf(facility), sk: demandId }),
  productChange: (institutionId: string): FinancingKey => ({ pk: PRODUCT_CHANGES, sk: institutionId }),
  products: (institutionId: string): FinancingKey => ({ pk: PRODUCTS, sk: institutionId }),
  productVersion: (institutionId: string, version: number): FinancingKey => ({
    pk: `products#${institutionId}`,
    sk: String(version).padStart(6, '0'),
  }),
} as const;

/** Catalogues in force of all institutions. */
export const PRODUCTS = 'products';
/** Institutions whose products changed since open demands were matched with them. */
export const PRODUCT_CHANGES = 'product-changes';
/** Institutions that have something to be pushed. */
export const PUSH_MARKS = 'push-marks';
/** Demands of which institutions are to be told at once. */
export const AT_ONCE = 'at-once';

export const openOf = (facility: string) => `open#${facility}`;
export const listsOf = (institutionId: string) => `lists#${institutionId}`;
/** What an institution is still to be told. */
export const pendingOf = (institutionId: string) => `pending#${institutionId}`;

/** Padded so that the order of keys is that of lists and chunks. */
const listPrefix = (number: number) => `list#${String(number).padStart(8, '0')}`;
/** Sort key of a list's chunk; chunks follow their list. */
export const chunkPlace = (number: number, chunk: number) =>
  `${listPrefix(number)}#${String(chunk).padStart(5, '0')}`;
/** Sorts after every chunk of a list. */
export const afterList = (number: number) => `${listPrefix(number)}#~`;
