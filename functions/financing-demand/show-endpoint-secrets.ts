import { ShowEndpointSecrets } from '../../workflows/financing-demand/endpoint/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { readEndpoint } from './endpoint/read-endpoint.ts';
import { type ServicesWithEndpoints, servicesWithEndpoints } from './store/endpoint-services.ts';

type Contract = typeof ShowEndpointSecrets;

/** The keys of one's own endpoint; nobody else is shown them, the office neither. */
export async function showEndpointSecrets(
  { params: { institutionId } }: RouteInput<Contract>,
  { endpoints }: ServicesWithEndpoints,
): Promise<RouteReply<Contract>> {
  const { secrets, version } = await readEndpoint(endpoints, institutionId);
  return { body: { secrets }, version };
}

export const handler = route(ShowEndpointSecrets, showEndpointSecrets, servicesWithEndpoints);
