import * as z from 'zod';
import type { DemandTerms } from '../../contract.ts';
import { type Answer, AnswerStatus, Offer } from '../contract.ts';

/** One offer beside the others. */
export const ComparedOffer = z.strictObject({
  institutionId: z.string(),
  institutionName: z.string(),
  status: AnswerStatus,
  offer: Offer,
  /** Simple interest over the whole term, for comparison only: what is paid depends on the contract. */
  interestFen: z.int().nonnegative(),
  lowestRate: z.boolean(),
  largestAmount: z.boolean(),
  /** Not more than the enterprise accepts. */
  withinHighestRate: z.boolean(),
  /** At least what the enterprise needs. */
  coversDemand: z.boolean(),
  /** Its last day has passed. */
  over: z.boolean(),
});
export type ComparedOffer = z.infer<typeof ComparedOffer>;

/** The offers side by side: the lowest rate first, of the same rate the largest amount. */
export function offersCompared(
  answers: readonly Answer[],
  terms: Pick<DemandTerms, 'amountFromFen' | 'highestRateBasisPoints'>,
  today: string,
): ComparedOffer[] {
  const offered = answers.flatMap((answer) =>
    answer.offer && answer.status !== 'REFUSED' ? [{ ...answer, offer: answer.offer }] : [],
  );
  const lowest = Math.min(...offered.map(({ offer }) => offer.rateBasisPoints));
  const largest = Math.max(...offered.map(({ offer }) => offer.amountFen));
  return offered
    .map(({ institutionId, institutionName, status, offer }) => ({
      institutionId,
      institutionName,
      status,
      offer,
      interestFen: interestOf(offer),
      lowestRate: offer.rateBasisPoints === lowest,
      largestAmount: offer.amountFen === largest,
      withinHighestRate: offer.rateBasisPoints <= terms.highestRateBasisPoints,
      coversDemand: offer.amountFen >= terms.amountFromFen,
      over: offer.validUntilOn < today,
    }))
    .sort(
      (a, b) =>
        a.offer.rateBasisPoints - b.offer.rateBasisPoints ||
        b.offer.amountFen - a.offer.amountFen ||
        (a.institutionId < b.institutionId ? -1 : 1),
    );
}

/** In integers throughout: an amount times a rate does not fit a double exactly. */
function interestOf({ amountFen, rateBasisPoints, termMonths }: Offer): number {
  const product = BigInt(amountFen) * BigInt(rateBasisPoints) * BigInt(termMonths);
  return Number((product + 60_000n) / 120_000n);
}
