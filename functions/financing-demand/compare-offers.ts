import { CompareOffers } from '../../workflows/financing-demand/answer/routes.ts';
import { offersCompared } from '../../workflows/financing-demand/answer/rules/offers-compared.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import type { RouteReply } from '../shared/route.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ServicesWithAnswers, servicesWithAnswers } from './store/services-with-answers.ts';

type Contract = typeof CompareOffers;

/** The offers for a demand side by side, and how far each institution is. */
export async function compareOffers(
  { demand: { demandId, detail } }: RouteInput<Contract>,
  { answers, now }: Pick<ServicesWithAnswers, 'answers' | 'now'>,
): Promise<RouteReply<Contract>> {
  const all = await answers.ofDemand(demandId);
  const offers = offersCompared(all, detail.terms, localDateOf(now()));
  const standing = all.map(
    ({ institutionId, institutionName, status, acknowledgedAt, contactedAt, refusal }) => ({
      institutionId,
      institutionName,
      status,
      acknowledgedAt,
      ...(contactedAt && { contactedAt }),
      ...(refusal && { refusal }),
    }),
  );
  return { body: { offers, answers: standing } };
}

export const handler = demandRoute(CompareOffers, compareOffers, servicesWithAnswers);
