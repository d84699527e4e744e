import { GiveAnswer } from '../../workflows/financing-demand/answer/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { keepAnswer } from './answer/keep-answer.ts';
import { type ServicesWithAnswers, servicesWithAnswers } from './store/services-with-answers.ts';

type Contract = typeof GiveAnswer;

/** An institution answers a demand, as a person or by its machine's token. @throws RefusedError 404, 409, 422 */
export function giveAnswer(
  { params, actor, body, idempotency }: RouteInput<Contract>,
  services: ServicesWithAnswers,
): Promise<RouteReply<Contract>> {
  return keepAnswer({ ...params, actor, body, idempotency }, services);
}

export const handler = route(GiveAnswer, giveAnswer, servicesWithAnswers);
