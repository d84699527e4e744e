import { judgeProducts } from '../../workflows/financing-demand/product/product-faults.ts';
import { ReplaceProducts } from '../../workflows/financing-demand/product/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { ownInstitution } from './list/own-institution.ts';
import { replaceCatalogue } from './product/replace-catalogue.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ReplaceProducts;

/** The new products take the place of the old ones, whole, or all faults are told. @throws RefusedError 422, 412 */
export async function replaceProducts(
  { actor, body, ifMatch, idempotency }: RouteInput<Contract>,
  services: ServicesWithLists,
): Promise<RouteReply<Contract>> {
  const { institutionId } = ownInstitution(actor, services);
  const { catalogue } = services.financingRules(services.now());
  const judged = judgeProducts(body, catalogue);
  if (!judged.ok) throw refusedForFaults(judged.faults);
  const { products } = judged.value;
  return replaceCatalogue({ institutionId, products, actor, ifMatch, idempotency }, services);
}

export const handler = route(ReplaceProducts, replaceProducts, servicesWithLists);
