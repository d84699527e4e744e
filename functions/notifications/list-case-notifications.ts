import { ListCaseNotifications } from '../../workflows/shared/notifications/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { viewOf } from './inbox/notification-view.ts';
import { type ServicesWithMessages, servicesWithMessages } from './store/notification-services.ts';

type Contract = typeof ListCaseNotifications;

/** Everything that people were, or are to be, told of a case, oldest first, with what became of it. */
export async function listCaseNotifications(
  { case: { caseId }, query: { limit, cursor } }: RouteInput<Contract>,
  { outboxRows }: Pick<ServicesWithMessages, 'outboxRows'>,
): Promise<RouteReply<Contract>> {
  const { items, ...next } = await outboxRows.ofCase(caseId, { limit, cursor });
  return { body: { items: items.map(viewOf), ...next } };
}

export const handler = route(ListCaseNotifications, listCaseNotifications, servicesWithMessages);
