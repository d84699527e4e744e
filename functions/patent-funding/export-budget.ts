import { ExportBudget } from '../../workflows/patent-funding/ledger/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { route } from '../shared/route.ts';
import { budgetReport } from './ledger/budget-report.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';
import { budgetWorkbook } from './workbook/budget-workbook.ts';

/** The same figures as read-budget answers, as XLSX. */
export async function exportBudget(
  { params }: Pick<RouteInput<typeof ExportBudget>, 'params'>,
  services: MoneyServices,
) {
  const { programmeId, year } = params;
  return {
    body: await budgetWorkbook(await budgetReport(params, services)),
    headers: { 'content-disposition': `attachment; filename="budget-${programmeId}-${year}.xlsx"` },
  };
}

export const handler = route(ExportBudget, exportBudget, moneyServices);
