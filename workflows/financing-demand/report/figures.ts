import * as z from 'zod';
import { merged, quantile } from '../../shared/statistics/working-days-histogram.ts';
import { type Counts, daysOf, refusalsOf } from './counted.ts';

const Count = z.int().nonnegative();
const Percent = z.number().min(0).optional();

/** What came of the demands of a period, of all or of one industry, ladder level or institution. */
export const FinancingFigures = z.strictObject({
  /** Demands that went out first in the period; 0 for an institution, which is not told how many it was sent. */
  demands: Count,
  /** Of them, those that an institution took, and their share: 对接率. What is taken in a later month counts in that month. */
  takenUp: Count,
  takingUpPercent: Percent,
  /** Demands that got an offer, and their share: 服务率. */
  served: Count,
  servicePercent: Percent,
  financed: Count,
  acknowledged: Count,
  contacted: Count,
  offers: Count,
  refusals: Count,
  /** Offers of all decisions: 审批通过率. */
  approvalPercent: Percent,
  refusalsByReason: z.array(z.strictObject({ reason: z.string(), count: Count })),
  medianContactWorkingDays: Count.optional(),
  medianDecisionWorkingDays: Count.optional(),
  /** Promises that were broken. */
  overdueContacts: Count,
  overdueDecisions: Count,
  wantedFen: Count,
  offeredFen: z.int(),
  acceptedFen: Count,
  drawnFen: Count,
});
export type FinancingFigures = z.infer<typeof FinancingFigures>;

/** The figures of one scope from its counters of all months. */
export function financingFigures(months: readonly Counts[]): FinancingFigures {
  const sum = (name: string) => months.reduce((total, counts) => total + (counts[name] ?? 0), 0);
  const median = (of: 'contact' | 'decision') =>
    quantile(merged(months.map((counts) => daysOf(counts, of))), 50);
  const [demands, takenUp, served] = [sum('demands'), sum('takenUp'), sum('served')];
  const [offers, refusals] = [sum('offers'), sum('refusals')];
  const [contactDays, decisionDays] = [median('contact'), median('decision')];
  return {
    demands,
    takenUp,
    ...percent('takingUpPercent', takenUp, demands),
    served,
    ...percent('servicePercent', served, demands),
    financed: sum('financed'),
    acknowledged: sum('acknowledged'),
    contacted: sum('contacted'),
    offers,
    refusals,
    ...percent('approvalPercent', offers, offers + refusals),
    refusalsByReason: reasonsOf(months),
    ...(contactDays !== undefined && { medianContactWorkingDays: contactDays }),
    ...(decisionDays !== undefined && { medianDecisionWorkingDays: decisionDays }),
    overdueContacts: sum('overdueContacts'),
    overdueDecisions: sum('overdueDecisions'),
    wantedFen: sum('wantedFen'),
    offeredFen: sum('offeredFen'),
    acceptedFen: sum('acceptedFen'),
    drawnFen: sum('drawnFen'),
  };
}

/** To a tenth; absent where there is nothing to take a share of. */
function percent<N extends string>(name: N, part: number, whole: number): Partial<Record<N, number>> {
  if (whole === 0) return {};
  return { [name]: Math.round((part * 1000) / whole) / 10 } as Record<N, number>;
}

function reasonsOf(months: readonly Counts[]) {
  const counts = new Map<string, number>();
  for (const [reason, count] of months.flatMap((one) => [...refusalsOf(one)])) {
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
