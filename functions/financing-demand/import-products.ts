import { PRODUCT_COLUMNS } from '../../workflows/financing-demand/product/product-columns.ts';
import { judgeProducts } from '../../workflows/financing-demand/product/product-faults.ts';
import { ImportProducts } from '../../workflows/financing-demand/product/routes.ts';
import { relocatedFaults } from '../../workflows/shared/table/relocated-faults.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { readTable } from '../shared/spreadsheet/read-table.ts';
import { ownInstitution } from './list/own-institution.ts';
import { replaceCatalogue } from './product/replace-catalogue.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ImportProducts;

/** Lists may be left empty in a file; what is left out of them holds for all. */
const EMPTY = { regions: [], industries: [], ladderLevels: [], securities: [] };

/**
 * The products of a file (XLSX, CSV) take the place of the old ones, whole, or every fault is told by line and column.
 * @throws RefusedError 422, 412
 */
export async function importProducts(
  { actor, body, ifMatch, idempotency }: RouteInput<Contract>,
  services: ServicesWithLists,
): Promise<RouteReply<Contract>> {
  const { institutionId } = ownInstitution(actor, services);
  const { catalogue } = services.financingRules(services.now());
  const table = await readTable(body, PRODUCT_COLUMNS);
  const candidates = table.lines.map(({ candidate }) => ({ ...EMPTY, ...candidate }));
  const judged = judgeProducts({ products: candidates }, catalogue);
  const faults = relocatedFaults(judged.ok ? [] : judged.faults, table, PRODUCT_COLUMNS, '/products');
  if (!judged.ok || faults.length > 0) throw refusedForFaults(faults);
  const { products } = judged.value;
  return replaceCatalogue({ institutionId, products, actor, ifMatch, idempotency }, services);
}

export const handler = route(ImportProducts, importProducts, servicesWithLists);
