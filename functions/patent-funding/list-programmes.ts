import { programmeOn } from '../../workflows/patent-funding/programmes/published.ts';
import { ListProgrammes } from '../../workflows/patent-funding/programmes/routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

/** What an application form needs: the programmes of today, with their amounts, caps and clauses. */
export async function listProgrammes(
  _: RouteInput<typeof ListProgrammes>,
  { now, programmes }: Pick<FundingServices, 'now' | 'programmes'>,
): Promise<RouteReply<typeof ListProgrammes>> {
  const todayOn = localDateOf(now());
  const items = (await programmes.records()).flatMap((record) => programmeOn(record, todayOn) ?? []);
  return { body: { items }, headers: { 'cache-control': 'public, max-age=60' } };
}

export const handler = route(ListProgrammes, listProgrammes, fundingServices);
