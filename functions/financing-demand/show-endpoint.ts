import { ShowEndpoint } from '../../workflows/financing-demand/endpoint/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { readEndpoint, shown } from './endpoint/read-endpoint.ts';
import { type ServicesWithEndpoints, servicesWithEndpoints } from './store/endpoint-services.ts';

type Contract = typeof ShowEndpoint;

/** The endpoint of an institution and how its deliveries stand. */
export async function showEndpoint(
  { params: { institutionId } }: RouteInput<Contract>,
  { endpoints, deliveries }: ServicesWithEndpoints,
): Promise<RouteReply<Contract>> {
  const endpoint = shown(await readEndpoint(endpoints, institutionId));
  const delivery = await deliveries.state(institutionId);
  return { body: { endpoint, ...(delivery ? { delivery } : {}) }, version: endpoint.version };
}

export const handler = route(ShowEndpoint, showEndpoint, servicesWithEndpoints);
