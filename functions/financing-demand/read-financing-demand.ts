import { ReadFinancingDemand } from '../../workflows/financing-demand/change/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import type { RouteReply } from '../shared/route.ts';
import { services } from '../shared/services.ts';
import { ownView } from './change/own-demand.ts';
import { demandRoute } from './demand/demand-route.ts';

type Contract = typeof ReadFinancingDemand;

/** One's demand as it stands. */
export async function readFinancingDemand({ demand }: RouteInput<Contract>): Promise<RouteReply<Contract>> {
  return ownView(demand, demand.detail);
}

export const handler = demandRoute(ReadFinancingDemand, readFinancingDemand, services);
