import type * as z from 'zod';
import { ExportStatistics } from '../../workflows/shared/office-routes.ts';
import { route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { statisticsOf } from './period/statistics-of.ts';
import { statisticsWorkbook } from './workbook/statistics-workbook.ts';

interface Input {
  readonly query: z.output<typeof ExportStatistics.query>;
}

/** The same figures as show-statistics answers, as XLSX. */
export async function exportStatistics({ query }: Input, services: Pick<Services, 'statistics' | 'now'>) {
  const statistics = await statisticsOf(query, services);
  const { fromMonth, toMonth } = statistics;
  const period = fromMonth === toMonth ? fromMonth : `${fromMonth}_${toMonth}`;
  return {
    body: await statisticsWorkbook(statistics),
    headers: { 'content-disposition': `attachment; filename="statistics-${period}.xlsx"` },
  };
}

export const handler = route(ExportStatistics, exportStatistics);
