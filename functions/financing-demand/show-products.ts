import { ShowProducts } from '../../workflows/financing-demand/product/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { ownInstitution } from './list/own-institution.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ShowProducts;

/** One's products in force; an earlier version is the very one that a match was made under. */
export async function showProducts(
  { actor, query: { version } }: RouteInput<Contract>,
  services: ServicesWithLists,
): Promise<RouteReply<Contract>> {
  const { institutionId } = ownInstitution(actor, services);
  const found =
    version === undefined
      ? await services.products.inForce(institutionId)
      : await services.products.version(institutionId, version);
  if (found) return { body: found, version: found.version };
  throw new RefusedError({
    status: 404,
    code: 'no-such-version',
    zh: '没有这个版本',
    en: 'There is no such version',
  });
}

export const handler = route(ShowProducts, showProducts, servicesWithLists);
