import { ListEndpoints } from '../../workflows/financing-demand/endpoint/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { shown } from './endpoint/read-endpoint.ts';
import { endpointStores, listNumbers, type ServicesWithListNumbers } from './store/endpoint-services.ts';

type Contract = typeof ListEndpoints;

/** All endpoints with their deliveries: the office sees what is disabled and which lists wait or were given up. */
export async function listEndpoints(
  { query }: RouteInput<Contract>,
  { endpoints, deliveries, lastNumber }: ServicesWithListNumbers,
): Promise<RouteReply<Contract>> {
  const { items, cursor } = await endpoints.list(query);
  const views = items.map(async (kept) => {
    const { institutionId } = kept;
    const [delivery, last] = await Promise.all([deliveries.state(institutionId), lastNumber(institutionId)]);
    const waiting = delivery ? Math.max(0, last - delivery.delivered) : 0;
    return { endpoint: shown(kept), ...(delivery ? { delivery } : {}), waiting };
  });
  return { body: { items: await Promise.all(views), ...(cursor ? { cursor } : {}) } };
}

export const handler = route(ListEndpoints, listEndpoints, () =>
  extended({ ...endpointStores(), ...listNumbers() }),
);
