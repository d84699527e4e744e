import { ShowAnswerRules } from '../../workflows/financing-demand/answer/routes.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { answerRulesAt } from './store/answer-rules.ts';

/** The rules of answers in effect today, with their version and source. */
export async function showAnswerRules(
  _input: unknown,
  { now }: Pick<Services, 'now'>,
): Promise<RouteReply<typeof ShowAnswerRules>> {
  return { body: answerRulesAt(now()) };
}

export const handler = route(ShowAnswerRules, showAnswerRules);
