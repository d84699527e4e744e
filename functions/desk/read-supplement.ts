import { ReadSupplement } from '../../workflows/shared/supplement-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { supplementSeenBy } from './view/supplement-seen-by.ts';

type Contract = typeof ReadSupplement;

/** What was asked and answered. Its version is the ETag an answer must name. */
export async function readSupplement(
  { supplement, actor }: RouteInput<Contract>,
  _services: Services,
): Promise<RouteReply<Contract>> {
  return { body: supplementSeenBy(supplement, actor), version: supplement.version };
}

export const handler = route(ReadSupplement, readSupplement);
