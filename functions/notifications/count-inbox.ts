import { type InboxBox, unreadOf } from '../../workflows/shared/notifications/inbox.ts';
import { CountInbox } from '../../workflows/shared/notifications/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { ownBox } from './inbox/own-box.ts';
import { type ServicesWithMessages, servicesWithMessages } from './store/notification-services.ts';

type Contract = typeof CountInbox;

/** How much arrived in both of the caller's inboxes, and how much of it the caller has not read. */
export async function countInbox(
  { actor }: RouteInput<Contract>,
  { inbox }: Pick<ServicesWithMessages, 'inbox'>,
): Promise<RouteReply<Contract>> {
  const count = async (box: InboxBox) => {
    const own = ownBox(actor, box);
    // The marks first: what arrives in between is unread, and the count never falls below zero.
    const marks = await inbox.reader(own, actor.personId);
    const received = await inbox.received(own);
    return { received, unread: unreadOf(received, marks) };
  };
  const [organisation, person] = await Promise.all([count('organisation'), count('person')]);
  return { body: { organisation, person } };
}

export const handler = route(CountInbox, countInbox, servicesWithMessages);
