import { PullDeliveries } from '../../workflows/financing-demand/list/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { deliveriesAfter, START } from './list/deliveries.ts';
import { decodePlace, encodePlace } from './list/delivery-cursor.ts';
import { ownInstitution } from './list/own-institution.ts';
import { waitForList } from './list/wait-for-list.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof PullDeliveries;

/** What is new in one's lists. What is shown of a demand is what the consent gives at this moment, also of lists long past. */
export async function pullDeliveries(
  { actor, query: { after, limit, waitSeconds } }: RouteInput<Contract>,
  services: ServicesWithLists,
): Promise<RouteReply<Contract>> {
  const institution = ownInstitution(actor, services);
  const { institutionId } = institution;
  const place = after === undefined ? START : decodePlace(institutionId, after);
  let found = await deliveriesAfter(institution, place, limit, services);
  if (found.items.length === 0 && waitSeconds > 0) {
    const seen = place.position === 0 ? place.listNumber - 1 : place.listNumber;
    await waitForList(institutionId, seen, waitSeconds, services);
    found = await deliveriesAfter(institution, place, limit, services);
  }
  return { body: { items: [...found.items], cursor: encodePlace(institutionId, found.next) } };
}

export const handler = route(PullDeliveries, pullDeliveries, servicesWithLists);
