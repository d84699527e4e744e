import type { Fault } from '../../shared/fault.ts';
import { type Shaped, shaped } from '../../shared/shape-faults.ts';
import type { DemandCatalogue } from '../catalogue.ts';
import { demandFault } from '../rules/demand-fault.ts';
import { readableParts, withoutRepeats } from '../rules/readable.ts';
import { isAfter, unknownIds } from '../rules/terms-faults.ts';
import { Product, ProductReplacement } from './contract.ts';

/** Judges products as they came: all faults of shape and of rules in one answer. */
export function judgeProducts(body: unknown, catalogue: DemandCatalogue): Shaped<ProductReplacement> {
  const whole = shaped(ProductReplacement, body);
  const given = (body as { products?: unknown } | null)?.products;
  const products = Array.isArray(given) ? given.map((one) => readableParts(Product, one)) : [];
  const faults = [
    ...(whole.ok ? [] : whole.faults),
    ...(products.length > catalogue.maximumProducts
      ? [demandFault('/products', 'too-many', catalogue.maximumProducts)]
      : []),
    ...products.flatMap((product, index) => productFaults(product, catalogue, `/products/${index}`)),
    ...doubled(products),
  ];
  return whole.ok && faults.length === 0 ? whole : { ok: false, faults: withoutRepeats(faults) };
}

function productFaults(product: Partial<Product>, catalogue: DemandCatalogue, at: string): Fault[] {
  const { facilities, industries, ladderLevels, securities } = catalogue;
  return [
    ...unknownIds([product.facility], facilities, () => `${at}/facility`),
    ...unknownIds(product.industries ?? [], industries, (index) => `${at}/industries/${index}`),
    ...unknownIds(product.ladderLevels ?? [], ladderLevels, (index) => `${at}/ladderLevels/${index}`),
    ...unknownIds(product.securities ?? [], securities, (index) => `${at}/securities/${index}`),
    ...(isAfter(product.amountFromFen, product.amountToFen)
      ? [demandFault(`${at}/amountFromFen`, 'range-reversed')]
      : []),
    ...(isAfter(product.termMonthsFrom, product.termMonthsTo)
      ? [demandFault(`${at}/termMonthsFrom`, 'range-reversed')]
      : []),
  ];
}

function doubled(products: readonly Partial<Product>[]): Fault[] {
  const ids = products.map(({ productId }) => productId);
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [demandFault(`/products/${index}/productId`, 'duplicate')]
      : [],
  );
}
