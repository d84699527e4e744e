import { publicStatistics } from '../../workflows/financing-demand/report/public-statistics.ts';
import { ShowPublicStatistics } from '../../workflows/financing-demand/report/routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { financingReport } from './report/financing-report.ts';
import { type ServicesWithAnswers, servicesWithAnswers } from './store/services-with-answers.ts';

type Contract = typeof ShowPublicStatistics;

/** The last twelve months, always: periods that a reader could choose would tell what a small group did between them. */
export async function showPublicStatistics(
  _: unknown,
  services: Pick<ServicesWithAnswers, 'reports' | 'financingRules' | 'now'>,
): Promise<RouteReply<Contract>> {
  const toMonth = localDateOf(services.now()).slice(0, 7);
  const report = await financingReport({ fromMonth: elevenBefore(toMonth), toMonth }, services);
  return { body: publicStatistics(report), headers: { 'cache-control': 'public, max-age=300' } };
}

function elevenBefore(month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - 11);
  return first.toISOString().slice(0, 7);
}

export const handler = route(ShowPublicStatistics, showPublicStatistics, servicesWithAnswers);
