import { ExportDemandList } from '../../workflows/financing-demand/list/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { deliveriesAfter, START } from './list/deliveries.ts';
import { listWorkbook } from './list/list-workbook.ts';
import { ownInstitution } from './list/own-institution.ts';
import { ownList } from './list/own-list.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

type Contract = typeof ExportDemandList;

/** A list for people: the same rows as push and pull, each demand as the consent lets it be seen at this moment. */
export async function exportDemandList(
  { actor, params: { listNumber } }: RouteInput<Contract>,
  services: ServicesWithLists,
): Promise<RouteReply<Contract>> {
  const institution = ownInstitution(actor, services);
  const { itemCount } = await ownList(institution.institutionId, listNumber, services);
  const { items } = await deliveriesAfter(institution, { ...START, listNumber }, itemCount, services);
  const { catalogue } = services.financingRules(services.now());
  return {
    body: await listWorkbook(items, catalogue),
    headers: { 'content-disposition': `attachment; filename="list-${listNumber}.xlsx"` },
  };
}

export const handler = route(ExportDemandList, exportDemandList, servicesWithLists);
