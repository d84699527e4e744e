import { ListEndpoints } from '../../workflows/financing-demand/endpoint/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { shown } from './endpoint/read-endpoint.ts';
import { type ServicesWithEndpoints, servicesWithEndpoints } from './store/endpoint-services.ts';

type Contract = typeof ListEndpoints;

/** All endpoints with their deliveries: the office sees what is disabled and which lists were given up. */
export async function listEndpoints(
  { query }: RouteInput<Contract>,
  { endpoints, deliveries }: ServicesWithEndpoints,
): Promise<RouteReply<Contract>> {
  const { items, cursor } = await endpoints.list(query);
  const views = items.map(async (kept) => {
    const delivery = await deliveries.state(kept.institutionId);
    return { endpoint: shown(kept), ...(delivery ? { delivery } : {}) };
  });
  return { body: { items: await Promise.all(views), ...(cursor ? { cursor } : {}) } };
}

export const handler = route(ListEndpoints, listEndpoints, servicesWithEndpoints);
