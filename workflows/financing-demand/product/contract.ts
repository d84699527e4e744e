import * as z from 'zod';

/** A credit product (信贷产品) as its institution describes it. */

const AmountFen = z.int().positive().max(100_000_000_000_000);
const Ids = z.array(z.string().min(1).max(64)).max(50);

export const Product = z.strictObject({
  /** The institution's own, within its catalogue. */
  productId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
  name: z.string().min(1).max(100),
  facility: z.string().min(1).max(64),
  amountFromFen: AmountFen,
  amountToFen: AmountFen,
  termMonthsFrom: z.int().positive().max(600),
  termMonthsTo: z.int().positive().max(600),
  /** The lowest yearly rate it is given at, in basis points. */
  rateFromBasisPoints: z.int().positive().max(10_000),
  /** Registration codes (GB/T 2260) it is given in; empty: everywhere. */
  regions: z.array(z.string().regex(/^[0-9]{6}$/)).max(50),
  /** Industries it is meant for; empty: all. */
  industries: Ids,
  /** Levels of the ladder it is meant for; empty: all, also none. */
  ladderLevels: Ids,
  /** Securities of which the borrower must offer one; empty: on credit alone. */
  securities: Ids,
  /** Whether it is given to enterprises without any loan before. */
  firstLoan: z.boolean(),
});
export type Product = z.infer<typeof Product>;

/** All products of an institution: replaced as a whole, each version kept. */
export const ProductCatalogue = z.strictObject({
  institutionId: z.string().min(1),
  /** 0: none was ever given. */
  version: z.int().nonnegative(),
  products: z.array(Product),
  changedAt: z.iso.datetime({ offset: true }).optional(),
  changedBy: z.strictObject({ personId: z.string(), personName: z.string() }).optional(),
});
export type ProductCatalogue = z.infer<typeof ProductCatalogue>;

export const ProductReplacement = z.strictObject({ products: z.array(Product) });
export type ProductReplacement = z.infer<typeof ProductReplacement>;
