import { ListDemandLists } from '../../workflows/financing-demand/list/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { decodeCursor, encodeCursor, unknownCursor } from '../shared/store/cursor.ts';
import { ownInstitution } from './list/own-institution.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ListDemandLists;

/** One's lists, newest first. */
export async function listDemandLists(
  { actor, query: { limit, cursor } }: RouteInput<Contract>,
  services: ServicesWithLists,
): Promise<RouteReply<Contract>> {
  const { institutionId } = ownInstitution(actor, services);
  const name = `lists#${institutionId}`;
  const newest = (await services.lists.head(institutionId)).number;
  const below = cursor === undefined ? newest + 1 : numberIn(decodeCursor(name, cursor));
  const items = await services.lists.lists(institutionId, below, limit);
  const last = items.at(-1)?.number ?? 1;
  return { body: { items, ...(last > 1 && { cursor: encodeCursor(name, String(last)) }) } };
}

function numberIn(position: string): number {
  if (!/^[1-9]\d{0,7}$/.test(position)) throw unknownCursor();
  return Number(position);
}

export const handler = route(ListDemandLists, listDemandLists, servicesWithLists);
