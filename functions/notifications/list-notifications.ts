import { ListNotifications } from '../../workflows/shared/notifications/routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { viewOf } from './inbox/notification-view.ts';
import { type ServicesWithMessages, servicesWithMessages } from './store/notification-services.ts';

type Contract = typeof ListNotifications;

/** Notifications of one state, newest first: what was given up comes first to mind. */
export async function listNotifications(
  { query: { state, month, limit, cursor } }: RouteInput<Contract>,
  { outboxRows, now }: Pick<ServicesWithMessages, 'outboxRows' | 'now'>,
): Promise<RouteReply<Contract>> {
  const ofMonth = month ?? localDateOf(now()).slice(0, 7);
  const { items, ...next } = await outboxRows.inState(state, ofMonth, { limit, cursor });
  return { body: { items: items.map(viewOf), ...next } };
}

export const handler = route(ListNotifications, listNotifications, servicesWithMessages);
