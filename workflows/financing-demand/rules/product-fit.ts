import type { Criterion, MatchingRules } from '../catalogue.ts';
import type { DemandTerms } from '../contract.ts';
import type { Reason } from '../match.ts';
import type { Product } from '../product/contract.ts';
import { reason } from './match-reasons.ts';
import { meetsRequirements, openDemandOf } from './open-demand.ts';

/** What is looked at of a demand; the level of the ladder only where the consent gives it to this institution. */
export interface MatchedDemand {
  readonly uscc: string;
  readonly terms: DemandTerms;
  readonly ladderLevel: string | undefined;
}

export interface Fit {
  /** Whether every requirement is met. */
  readonly eligible: boolean;
  readonly score: number;
  readonly reasonsFor: Reason[];
  readonly reasonsAgainst: Reason[];
}

/** How one product fits: requirements first, then points criterion by criterion. Pure, so that it can be explained again. */
export function productFit(demand: MatchedDemand, product: Product, { points }: MatchingRules): Fit {
  const unmet = unmetRequirements(demand, product);
  const judged = Object.entries(judgements(demand, product)) as [Criterion, Judgement][];
  const score = judged.reduce((sum, [criterion, { share }]) => sum + points[criterion] * share, 0);
  const told = (good: boolean) =>
    judged.filter(([, { share }]) => (share === 1) === good).map(([about, { code }]) => reason(about, code));
  const same = unmet.some(({ about }) => about === 'facility') ? [] : [reason('facility', 'facility-same')];
  return {
    eligible: unmet.length === 0,
    score: unmet.length === 0 ? Math.round(score) : 0,
    reasonsFor: [...same, ...told(true)],
    reasonsAgainst: [...unmet, ...told(false)],
  };
}

function unmetRequirements({ uscc, terms }: MatchedDemand, product: Product): Reason[] {
  const { facility, amount, region } = meetsRequirements(
    openDemandOf('', { terms, applicant: { uscc, name: '' } }),
    product,
  );
  return [
    ...(facility ? [] : [reason('facility', 'facility-other')]),
    ...(amount ? [] : [reason('amount-range', 'amount-outside')]),
    ...(region ? [] : [reason('region', 'region-outside')]),
  ];
}

interface Judgement {
  /** Of the criterion's points. */
  readonly share: 0 | 0.5 | 1;
  readonly code: Parameters<typeof reason>[1];
}

function judgements({ terms, ladderLevel }: MatchedDemand, product: Product): Record<Criterion, Judgement> {
  const yes = (good: boolean, whenGood: Judgement['code'], whenBad: Judgement['code']): Judgement =>
    good ? { share: 1, code: whenGood } : { share: 0, code: whenBad };
  const anyOf = (wanted: readonly string[], had: readonly string[]) =>
    wanted.length === 0 || wanted.some((one) => had.includes(one));
  const { termMonths, securities } = terms;
  return {
    amount:
      product.amountToFen >= terms.amountToFen && product.amountFromFen <= terms.amountFromFen
        ? { share: 1, code: 'amount-whole' }
        : { share: 0.5, code: 'amount-part' },
    term: yes(
      product.termMonthsFrom <= termMonths && termMonths <= product.termMonthsTo,
      'term-fits',
      'term-outside',
    ),
    rate: yes(product.rateFromBasisPoints <= terms.highestRateBasisPoints, 'rate-fits', 'rate-above'),
    industry: yes(anyOf(product.industries, [terms.industry]), 'industry-fits', 'industry-other'),
    ladder: yes(anyOf(product.ladderLevels, ladderLevel ? [ladderLevel] : []), 'ladder-fits', 'ladder-other'),
    security: yes(anyOf(product.securities, securities), 'security-fits', 'security-missing'),
    'first-loan': yes(!terms.firstLoan || product.firstLoan, 'first-loan-fits', 'first-loan-refused'),
  };
}
