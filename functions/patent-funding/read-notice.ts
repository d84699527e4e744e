import { ReadNotice } from '../../workflows/patent-funding/notice/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { publicNotice } from './notice/public-notice.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** One notice as everybody reads it. */
export async function readNotice(
  { params }: Pick<RouteInput<typeof ReadNotice>, 'params'>,
  { notices }: Pick<MoneyServices, 'notices'>,
): Promise<RouteReply<typeof ReadNotice>> {
  return { body: await publicNotice(params.number, notices) };
}

export const handler = route(ReadNotice, readNotice, moneyServices);
