import { ListCalendars } from '../../workflows/shared/calendar-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof ListCalendars;

/** The years by which due dates are counted; what lies outside is provisional. */
export async function listCalendars(
  _input: RouteInput<Contract>,
  { calendars }: Services,
): Promise<RouteReply<Contract>> {
  return { body: { items: await calendars.years() } };
}

export const handler = route(ListCalendars, listCalendars);
