import { ShowMatches } from '../../workflows/financing-demand/change/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import type { RouteReply } from '../shared/route.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ShowMatches;

/** What the institutions were chosen by, as it was at that moment. @throws RefusedError 404 before the machine has chosen */
export async function showMatches(
  { demand: { demandId } }: RouteInput<Contract>,
  { products }: Pick<ServicesWithLists, 'products'>,
): Promise<RouteReply<Contract>> {
  const found = await products.matches(demandId);
  if (found) return { body: found };
  throw new RefusedError({
    status: 404,
    code: 'not-matched-yet',
    zh: '尚未撮合',
    en: 'The demand was not matched yet',
  });
}

export const handler = demandRoute(ShowMatches, showMatches, servicesWithLists);
