import * as z from 'zod';
import { Bilingual } from '../../shared/bilingual.ts';
import { Month } from '../../shared/statistics/month.ts';
import { FinancingFigures } from './figures.ts';
import type { FinancingReport } from './routes.ts';

/** Where there are fewer demands than this, figures could tell whose they are. A measure of this platform, not of a regulation. */
export const FEWEST_DEMANDS = 5;

const Published = FinancingFigures.pick({
  demands: true,
  takenUp: true,
  takingUpPercent: true,
  served: true,
  servicePercent: true,
  financed: true,
  wantedFen: true,
  drawnFen: true,
});
const Row = Published.extend({ id: z.string(), name: Bilingual });

/** What everybody may read: of no institution, and of no group so small that one enterprise shows. */
export const PublicStatistics = z.strictObject({
  fromMonth: Month,
  toMonth: Month,
  fewestDemands: z.int().positive(),
  /** Absent where there were too few. */
  all: Published.optional(),
  byLadder: z.array(Row),
  byIndustry: z.array(Row),
});
export type PublicStatistics = z.infer<typeof PublicStatistics>;

/** The part of a report that is published. */
export function publicStatistics(report: FinancingReport): PublicStatistics {
  const { fromMonth, toMonth, all, byLadder, byIndustry } = report;
  const isLarge = ({ demands }: FinancingFigures) => demands >= FEWEST_DEMANDS;
  const rows = (of: FinancingReport['byLadder']) => of.filter(isLarge).map((row) => Row.strip().parse(row));
  return {
    fromMonth,
    toMonth,
    fewestDemands: FEWEST_DEMANDS,
    ...(isLarge(all) && { all: Published.strip().parse(all) }),
    byLadder: rows(byLadder),
    byIndustry: rows(byIndustry),
  };
}
