import { ExportProducts } from '../../workflows/financing-demand/product/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { ownInstitution } from './list/own-institution.ts';
import { productSheet } from './product/product-sheet.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ExportProducts;

/** One's products in force as XLSX; without any it is the form to fill in. */
export async function exportProducts(
  { actor }: RouteInput<Contract>,
  services: ServicesWithLists,
): Promise<RouteReply<Contract>> {
  const { institutionId } = ownInstitution(actor, services);
  const catalogue = await services.products.inForce(institutionId);
  return {
    body: await productSheet(catalogue),
    version: catalogue.version,
    headers: { 'content-disposition': `attachment; filename="products-${catalogue.version}.xlsx"` },
  };
}

export const handler = route(ExportProducts, exportProducts, servicesWithLists);
