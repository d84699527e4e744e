import { ReadFinancingDemand } from '../../workflows/financing-demand/change/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { ownView } from './change/own-demand.ts';

type Contract = typeof ReadFinancingDemand;

/** One's demand as it stands. */
export async function readFinancingDemand({ demand }: RouteInput<Contract>): Promise<RouteReply<Contract>> {
  return { ...ownView(demand, demand.detail), version: demand.case.version };
}

export const handler = route(ReadFinancingDemand, readFinancingDemand);
