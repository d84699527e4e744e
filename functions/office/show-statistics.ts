import { ShowStatistics } from '../../workflows/shared/office-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { statisticsOf } from './period/statistics-of.ts';

type Contract = typeof ShowStatistics;

/** 统计: throughput, working days and the league of departments, in one month or several. */
export async function showStatistics(
  { query }: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  return { body: await statisticsOf(query, services) };
}

export const handler = route(ShowStatistics, showStatistics);
