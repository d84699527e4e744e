import { ListDeliveryAttempts } from '../../workflows/financing-demand/endpoint/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithEndpoints, servicesWithEndpoints } from './store/endpoint-services.ts';

type Contract = typeof ListDeliveryAttempts;

/** Every attempt to push a list to an institution. */
export async function listDeliveryAttempts(
  { params: { institutionId }, query }: RouteInput<Contract>,
  { deliveries }: ServicesWithEndpoints,
): Promise<RouteReply<Contract>> {
  const { items, cursor } = await deliveries.attempts(institutionId, query);
  return { body: { items: [...items], ...(cursor ? { cursor } : {}) } };
}

export const handler = route(ListDeliveryAttempts, listDeliveryAttempts, servicesWithEndpoints);
