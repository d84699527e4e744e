import { ListProgrammeRecords } from '../../workflows/patent-funding/programmes/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

/** Every programme with all its versions, for the office: what is drafted or begins later is in no other list. */
export async function listProgrammeRecords(
  _: RouteInput<typeof ListProgrammeRecords>,
  { programmes }: Pick<FundingServices, 'programmes'>,
): Promise<RouteReply<typeof ListProgrammeRecords>> {
  return { body: { items: await programmes.records() } };
}

export const handler = route(ListProgrammeRecords, listProgrammeRecords, fundingServices);
