import { ListNotices } from '../../workflows/patent-funding/notice/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { noticeLine } from './notice/public-notice.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** Notices of one state, latest end first. */
export async function listNotices(
  { query: { state, ...page } }: Pick<RouteInput<typeof ListNotices>, 'query'>,
  { notices }: Pick<MoneyServices, 'notices'>,
): Promise<RouteReply<typeof ListNotices>> {
  const { items, ...more } = await notices.list(state, page);
  return { body: { items: items.map(noticeLine), ...more } };
}

export const handler = route(ListNotices, listNotices, moneyServices);
