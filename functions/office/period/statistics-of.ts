import type * as z from 'zod';
import type { ShowStatistics, Statistics } from '../../../workflows/shared/office-routes.ts';
import { procedureOf } from '../../../workflows/shared/procedures.ts';
import { departmentFigures, procedureFigures } from '../../../workflows/shared/statistics/figures.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import { organisationName } from '../store/organisation-name.ts';
import { askedMonths } from './asked-months.ts';

/** What the office asked for, from the counters alone. */
export async function statisticsOf(
  query: z.output<typeof ShowStatistics.query>,
  { statistics, now }: Pick<Services, 'statistics' | 'now'>,
): Promise<Statistics> {
  const { procedure } = query;
  const { months, ...period } = askedMonths(query, now());
  const all = await statistics.read(months);
  const sets = procedure === undefined ? all : all.filter(({ workflow }) => workflow === procedure);
  const today = localDateOf(now());
  return {
    ...period,
    ...(procedure !== undefined && { procedure }),
    departments: departmentFigures(sets).map((figures, index) => ({
      rank: index + 1,
      name: organisationName(figures.departmentId, today),
      ...figures,
    })),
    procedures: procedureFigures(sets).map((figures) => ({
      title: procedureOf(figures.workflow).title,
      ...figures,
    })),
  };
}
