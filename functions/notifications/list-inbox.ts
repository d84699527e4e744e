import { isRead } from '../../workflows/shared/notifications/inbox.ts';
import { ListInbox } from '../../workflows/shared/notifications/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { ownBox } from './inbox/own-box.ts';
import { type ServicesWithMessages, servicesWithMessages } from './store/notification-services.ts';

type Contract = typeof ListInbox;

/** What the caller's organisation or the caller was told, newest first, with what the caller has read of it. */
export async function listInbox(
  { actor, query: { box, limit, cursor } }: RouteInput<Contract>,
  { inbox }: Pick<ServicesWithMessages, 'inbox'>,
): Promise<RouteReply<Contract>> {
  const own = ownBox(actor, box);
  const [{ items, ...next }, marks] = await Promise.all([
    inbox.page(own, { limit, cursor }),
    inbox.reader(own, actor.personId),
  ]);
  return {
    body: { items: items.map((message) => ({ ...message, read: isRead(marks, message.sequence) })), ...next },
  };
}

export const handler = route(ListInbox, listInbox, servicesWithMessages);
