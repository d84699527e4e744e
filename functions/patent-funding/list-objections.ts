import { ListObjections } from '../../workflows/patent-funding/notice/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** Objections by what the public sees of them, oldest first: those to be looked at are a queue. */
export async function listObjections(
  { query: { shown, ...page } }: Pick<RouteInput<typeof ListObjections>, 'query'>,
  { notices }: Pick<MoneyServices, 'notices'>,
): Promise<RouteReply<typeof ListObjections>> {
  const { items, ...more } = await notices.listObjections(shown, page);
  return { body: { items: [...items], ...more } };
}

export const handler = route(ListObjections, listObjections, moneyServices);
