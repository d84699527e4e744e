import type * as z from 'zod';
import { DUE_SOON_WORKING_DAYS, ExportStatistics } from '../../workflows/shared/office-routes.ts';
import { route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { loadNow } from './period/load-now.ts';
import { statisticsOf } from './period/statistics-of.ts';
import { statisticsWorkbook } from './workbook/statistics-workbook.ts';

interface Input {
  readonly query: z.output<typeof ExportStatistics.query>;
}

/** The same figures as show-statistics and show-overdue answer, as XLSX. */
export async function exportStatistics({ query }: Input, services: Services) {
  const [statistics, load] = await Promise.all([
    statisticsOf(query, services),
    loadNow(DUE_SOON_WORKING_DAYS, services),
  ]);
  const { fromMonth, toMonth } = statistics;
  const period = fromMonth === toMonth ? fromMonth : `${fromMonth}_${toMonth}`;
  return {
    body: await statisticsWorkbook(statistics, load),
    headers: { 'content-disposition': `attachment; filename="statistics-${period}.xlsx"` },
  };
}

export const handler = route(ExportStatistics, exportStatistics);
