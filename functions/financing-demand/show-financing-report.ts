import { ShowFinancingReport } from '../../workflows/financing-demand/report/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { financingReport } from './report/financing-report.ts';
import { type ServicesWithAnswers, servicesWithAnswers } from './store/services-with-answers.ts';

type Contract = typeof ShowFinancingReport;

/** What came of the demands of a period, from counters: as quick after a million demands as after ten. */
export async function showFinancingReport(
  { query }: Pick<RouteInput<Contract>, 'query'>,
  services: Pick<ServicesWithAnswers, 'reports' | 'financingRules' | 'now'>,
): Promise<RouteReply<Contract>> {
  return { body: await financingReport(query, services) };
}

export const handler = route(ShowFinancingReport, showFinancingReport, servicesWithAnswers);
