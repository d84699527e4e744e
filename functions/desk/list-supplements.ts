import { ListSupplements } from '../../workflows/shared/supplement-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof ListSupplements;

/** What an enterprise was asked to supplement, by due date. */
export async function listSupplements(
  { actor, query: { status, limit, cursor } }: RouteInput<Contract>,
  { desk }: Services,
): Promise<RouteReply<Contract>> {
  const { items, ...next } = await desk.supplements.list(actor.organisationId, status, { limit, cursor });
  return { body: { items: [...items], ...next } };
}

export const handler = route(ListSupplements, listSupplements);
