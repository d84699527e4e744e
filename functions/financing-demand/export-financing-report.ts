import { ExportFinancingReport } from '../../workflows/financing-demand/report/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { financingReport } from './report/financing-report.ts';
import { reportWorkbook } from './report/report-workbook.ts';
import { answerRulesAt } from './store/answer-rules.ts';
import { type ServicesWithAnswers, servicesWithAnswers } from './store/services-with-answers.ts';

type Contract = typeof ExportFinancingReport;

/** The same figures as show-financing-report answers, as XLSX. */
export async function exportFinancingReport(
  { query }: Pick<RouteInput<Contract>, 'query'>,
  services: Pick<ServicesWithAnswers, 'reports' | 'financingRules' | 'now'>,
): Promise<RouteReply<Contract>> {
  const report = await financingReport(query, services);
  const file = `financing-${report.fromMonth}_${report.toMonth}.xlsx`;
  return {
    body: await reportWorkbook(report, answerRulesAt(services.now()).refusalReasons),
    headers: { 'content-disposition': `attachment; filename="${file}"` },
  };
}

export const handler = route(ExportFinancingReport, exportFinancingReport, servicesWithAnswers);
