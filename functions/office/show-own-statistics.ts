import { ShowOwnStatistics } from '../../workflows/shared/office-routes.ts';
import { ownFigures } from '../../workflows/shared/statistics/figures.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { askedMonths } from './period/asked-months.ts';

type Contract = typeof ShowOwnStatistics;

/** A department's own figures; those of others are the office's to see. */
export async function showOwnStatistics(
  { actor: { organisationId }, query }: RouteInput<Contract>,
  { statistics, now }: Services,
): Promise<RouteReply<Contract>> {
  const { months, ...period } = askedMonths(query, now());
  const own = await statistics.read(months, organisationId);
  return { body: { ...period, figures: ownFigures(organisationId, own) } };
}

export const handler = route(ShowOwnStatistics, showOwnStatistics);
