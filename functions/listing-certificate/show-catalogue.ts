import { ShowListingCatalogue } from '../../workflows/listing-certificate/routes.ts';
import { rulesOn } from '../../workflows/listing-certificate/rules/effective-rules.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { listingRuleVersions } from './store/listing-rules.ts';

/** The departments, fields, limits and rule set in effect today. */
export async function showCatalogue(
  _: RouteInput<typeof ShowListingCatalogue>,
  { now }: Pick<Services, 'now'>,
): Promise<RouteReply<typeof ShowListingCatalogue>> {
  return {
    body: rulesOn(listingRuleVersions(), localDateOf(now())),
    headers: { 'cache-control': 'public, max-age=300' },
  };
}

export const handler = route(ShowListingCatalogue, showCatalogue);
