import { ListObjectionsOfCase } from '../../workflows/patent-funding/notice/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { reviewedNotice } from './notice/reviewed-notice.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** Every objection to the notice of a case, oldest first, with who raised it. */
export async function listObjectionsOfCase(
  { case: { caseId }, actor }: Pick<RouteInput<typeof ListObjectionsOfCase>, 'case' | 'actor'>,
  services: Pick<MoneyServices, 'cases' | 'notices'>,
): Promise<RouteReply<typeof ListObjectionsOfCase>> {
  const { noticeNumber, outcomes } = await reviewedNotice(caseId, actor, services);
  const objections = await services.notices.objections(noticeNumber);
  const items = objections
    .toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt))
    .map((objection) => {
      const outcome = outcomes[objection.objectionId];
      return { ...objection, ...(outcome && { outcome }) };
    });
  return { body: { items } };
}

export const handler = route(ListObjectionsOfCase, listObjectionsOfCase, moneyServices);
