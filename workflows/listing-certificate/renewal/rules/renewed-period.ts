import { daysAfter } from '../../../shared/working-days.ts';
import type { ReviewPeriod } from '../../contract.ts';
import { addYears } from '../../rules/period-faults.ts';

export interface RenewedPeriod {
  readonly period: ReviewPeriod;
  readonly startMoved: boolean;
}

/**
 * The period of a renewal: it ends today, and begins where the first began or, where that would be too long, as early as the rules
 * allow. Undefined where the first reaches today already.
 */
export function renewedPeriod(
  previous: ReviewPeriod,
  todayOn: string,
  maximumYears: number,
): RenewedPeriod | undefined {
  if (previous.toOn >= todayOn) return undefined;
  const earliest = earliestStart(todayOn, maximumYears);
  const startMoved = previous.fromOn < earliest;
  return { period: { fromOn: startMoved ? earliest : previous.fromOn, toOn: todayOn }, startMoved };
}

/** From the 28th of February on, the same years later do not reach a 29th: the day after does. */
function earliestStart(todayOn: string, maximumYears: number): string {
  const start = addYears(todayOn, -maximumYears);
  return addYears(start, maximumYears) < todayOn ? daysAfter(start, 1) : start;
}
