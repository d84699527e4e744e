import { ListMovedDueDates } from '../../workflows/shared/calendar-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof ListMovedDueDates;

/** What the calendar of a year moved, for the office; while due dates are still being computed anew it says so. */
export async function listMovedDueDates(
  { params: { year }, query: { limit, cursor } }: RouteInput<Contract>,
  { desk: { moved, provisional } }: Services,
): Promise<RouteReply<Contract>> {
  // Asked for before the list: what was done meanwhile is in it.
  const pending = (await provisional.pendingRecompute()) !== undefined;
  const [total, { items, ...next }] = await Promise.all([
    moved.count(year),
    moved.of(year, { limit, cursor }),
  ]);
  return { body: { items: [...items], ...next, total, pending } };
}

export const handler = route(ListMovedDueDates, listMovedDueDates);
