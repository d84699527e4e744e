import { registrationCodeOf } from '../../shared/identifiers.ts';
import type { DemandDetail } from '../contract.ts';
import type { Product } from '../product/contract.ts';

/** Of a demand under way what a product must be right in, whatever its points (rules/product-fit.ts). */
export interface OpenDemand {
  readonly demandId: string;
  readonly facility: string;
  readonly amountFromFen: number;
  readonly amountToFen: number;
  /** Registration code of the enterprise. */
  readonly region: string;
}

export function openDemandOf(
  demandId: string,
  { terms, applicant }: Pick<DemandDetail, 'terms' | 'applicant'>,
): OpenDemand {
  const { facility, amountFromFen, amountToFen } = terms;
  return { demandId, facility, amountFromFen, amountToFen, region: registrationCodeOf(applicant.uscc) };
}

/** Whether a product may be given to it at all. */
export function meetsRequirements(
  { facility, amountFromFen, amountToFen, region }: Omit<OpenDemand, 'demandId'>,
  product: Product,
): Record<'facility' | 'amount' | 'region', boolean> {
  return {
    facility: product.facility === facility,
    amount: product.amountFromFen <= amountToFen && product.amountToFen >= amountFromFen,
    region: product.regions.length === 0 || product.regions.includes(region),
  };
}
