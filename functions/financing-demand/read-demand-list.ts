import { ReadDemandList } from '../../workflows/financing-demand/list/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { START } from './list/deliveries.ts';
import { decodePlace, encodePlace } from './list/delivery-cursor.ts';
import { ownInstitution } from './list/own-institution.ts';
import { ownList } from './list/own-list.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ReadDemandList;

/** Chunks of one answer: some 5,000 items. */
const CHUNKS = 50;

/** A list with its items as they were hashed. It names demands and shows nothing of them. */
export async function readDemandList(
  { actor, params: { listNumber }, query: { cursor } }: RouteInput<Contract>,
  services: ServicesWithLists,
): Promise<RouteReply<Contract>> {
  const { institutionId } = ownInstitution(actor, services);
  const list = await ownList(institutionId, listNumber, services);
  const from = cursor === undefined ? { ...START, listNumber } : decodePlace(institutionId, cursor);
  const place = { number: listNumber, chunk: from.chunk };
  const found = await services.lists.chunks(institutionId, place, listNumber, CHUNKS);
  const next = place.chunk + found.length;
  const more = next <= list.chunkCount && found.length > 0;
  return {
    body: {
      list,
      chunks: found.map(({ items }) => items),
      ...(more && { cursor: encodePlace(institutionId, { listNumber, chunk: next, position: 0 }) }),
    },
  };
}

export const handler = route(ReadDemandList, readDemandList, servicesWithLists);
