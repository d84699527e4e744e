import { ShowDemandCatalogue } from '../../workflows/financing-demand/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { answerRulesAt } from './store/answer-rules.ts';
import { financingRules } from './store/financing-rules.ts';

/** The catalogue, the institutions and what they promise, in effect today. */
export async function showDemandCatalogue(
  _: RouteInput<typeof ShowDemandCatalogue>,
  { now }: Pick<Services, 'now'>,
): Promise<RouteReply<typeof ShowDemandCatalogue>> {
  const { catalogue, directory } = financingRules(now());
  const answers = answerRulesAt(now());
  return { body: { catalogue, directory, answers }, headers: { 'cache-control': 'public, max-age=300' } };
}

export const handler = route(ShowDemandCatalogue, showDemandCatalogue);
