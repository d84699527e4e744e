import type { Product } from '../../../../workflows/financing-demand/product/contract.ts';
import { basisPointsOf, fenOfWan, percent, wan } from '../../parts/money.ts';

/** A product as it is being written: amounts in ten thousand yuan, the rate in percent. */
export interface DraftProduct {
  readonly productId: string;
  readonly name: string;
  readonly facility: string;
  readonly amountFrom: string;
  readonly amountTo: string;
  readonly termFrom: string;
  readonly termTo: string;
  readonly rateFrom: string;
  readonly regions: string;
  readonly industries: readonly string[];
  readonly ladderLevels: readonly string[];
  readonly securities: readonly string[];
  readonly firstLoan: boolean;
}

export const newProduct = (): DraftProduct => ({
  productId: '',
  name: '',
  facility: 'working-capital',
  amountFrom: '',
  amountTo: '',
  termFrom: '1',
  termTo: '12',
  rateFrom: '',
  regions: '',
  industries: [],
  ladderLevels: [],
  securities: [],
  firstLoan: false,
});

/** A product as it stands, to be changed. */
export function draftOf(product: Product): DraftProduct {
  return {
    ...product,
    amountFrom: wan(product.amountFromFen).replaceAll(',', ''),
    amountTo: wan(product.amountToFen).replaceAll(',', ''),
    termFrom: String(product.termMonthsFrom),
    termTo: String(product.termMonthsTo),
    rateFrom: percent(product.rateFromBasisPoints).replace('%', ''),
    regions: product.regions.join(' '),
  };
}

/** What is sent; the rules judge it, so that it is not typed as right. */
export function productOf(draft: DraftProduct): Record<keyof Product, unknown> {
  const { productId, name, facility, industries, ladderLevels, securities, firstLoan } = draft;
  return {
    productId: productId.trim(),
    name: name.trim(),
    facility,
    amountFromFen: fenOfWan(draft.amountFrom),
    amountToFen: fenOfWan(draft.amountTo),
    termMonthsFrom: months(draft.termFrom),
    termMonthsTo: months(draft.termTo),
    rateFromBasisPoints: basisPointsOf(draft.rateFrom),
    regions: draft.regions.split(/[\s,，;；、]+/).filter(Boolean),
    industries,
    ladderLevels,
    securities,
    firstLoan,
  };
}

const months = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined);
