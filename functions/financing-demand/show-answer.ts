import { ShowAnswer } from '../../workflows/financing-demand/answer/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { noSuchDemand } from './answer/answered-demand.ts';
import { type ServicesWithAnswers, servicesWithAnswers } from './store/services-with-answers.ts';

type Contract = typeof ShowAnswer;

/** How an institution stands to a demand: also after the demand is over, because an accepted offer goes on. */
export async function showAnswer(
  { params }: RouteInput<Contract>,
  { answers }: Pick<ServicesWithAnswers, 'answers'>,
): Promise<RouteReply<Contract>> {
  const answer = await answers.read(params);
  if (!answer) throw noSuchDemand();
  return { body: answer, version: answer.version };
}

export const handler = route(ShowAnswer, showAnswer, servicesWithAnswers);
