import { ShowOverdue } from '../../workflows/shared/office-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { loadNow } from './period/load-now.ts';

type Contract = typeof ShowOverdue;

/** How each department stands now. */
export async function showOverdue(
  { query: { dueSoonWorkingDays } }: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  return { body: await loadNow(dueSoonWorkingDays, services) };
}

export const handler = route(ShowOverdue, showOverdue);
