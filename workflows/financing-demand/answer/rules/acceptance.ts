import type { Bilingual } from '../../../shared/bilingual.ts';
import type { DemandDetail } from '../../contract.ts';
import type { Answer } from '../contract.ts';

const FAULTS = {
  'demand-over': { zh: '该融资需求已结束', en: 'The demand is over' },
  'no-open-offer': {
    zh: '该机构目前没有有效报价',
    en: 'The institution has no offer that could be accepted',
  },
  'offer-over': { zh: '报价有效期已过', en: 'The last day of the offer has passed' },
  'part-of-offer': {
    zh: '该需求不接受分笔，只能接受报价的全部金额',
    en: 'The demand takes no parts: only the whole offer can be accepted',
  },
  'more-than-offered': { zh: '金额超过报价', en: 'More than was offered' },
  'more-than-open': { zh: '金额超过该需求尚可接受的金额', en: 'More than the demand still takes' },
} as const satisfies Record<string, Bilingual>;

interface Wanted {
  readonly amountFen: number;
  readonly today: string;
}

/** What a demand still takes. Without parts the first acceptance is the only one, whatever its amount: no double financing. */
export function openFenOf({ terms, acceptances = [] }: Pick<DemandDetail, 'terms' | 'acceptances'>): number {
  if (!terms.partsAllowed) return acceptances.length > 0 ? 0 : terms.amountToFen;
  return acceptances.reduce((open, one) => open - one.amountFen, terms.amountToFen);
}

/** Why an offer cannot be accepted so; undefined where it can. */
export function acceptanceFault(
  detail: Pick<DemandDetail, 'terms' | 'acceptances' | 'ended'>,
  { status, offer }: Pick<Answer, 'status' | 'offer'>,
  { amountFen, today }: Wanted,
): (Bilingual & { code: keyof typeof FAULTS }) | undefined {
  const code = codeOf();
  return code && { code, ...FAULTS[code] };

  function codeOf(): keyof typeof FAULTS | undefined {
    if (detail.ended) return 'demand-over';
    if (status !== 'OFFERED' || !offer) return 'no-open-offer';
    if (offer.validUntilOn < today) return 'offer-over';
    if (amountFen > offer.amountFen) return 'more-than-offered';
    if (amountFen < offer.amountFen && !detail.terms.partsAllowed) return 'part-of-offer';
    return amountFen > openFenOf(detail) ? 'more-than-open' : undefined;
  }
}
