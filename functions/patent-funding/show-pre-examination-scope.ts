import { ShowPreExaminationScope } from '../../workflows/patent-funding/pre-examination/routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { preExaminationRulesOn } from './store/pre-examination-rules.ts';

/** The scope that holds today: what a form needs. */
export async function showPreExaminationScope(
  _: RouteInput<typeof ShowPreExaminationScope>,
  { now }: Pick<Services, 'now'>,
): Promise<RouteReply<typeof ShowPreExaminationScope>> {
  return {
    body: preExaminationRulesOn(localDateOf(now())),
    headers: { 'cache-control': 'public, max-age=300' },
  };
}

export const handler = route(ShowPreExaminationScope, showPreExaminationScope);
