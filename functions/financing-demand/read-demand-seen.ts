import { ReadDemandSeen } from '../../workflows/financing-demand/change/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import type { RouteReply } from '../shared/route.ts';
import { seenByCaller } from './change/seen-by-caller.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ReadDemandSeen;

/** A demand as the consent lets the caller's institution see it at this moment. */
export async function readDemandSeen(
  { demand, actor }: RouteInput<Contract>,
  services: Pick<ServicesWithLists, 'financingRules' | 'now'>,
): Promise<RouteReply<Contract>> {
  return { body: seenByCaller(demand, demand.detail, actor, services) };
}

export const handler = demandRoute(ReadDemandSeen, readDemandSeen, servicesWithLists);
