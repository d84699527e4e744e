import { awsPrices, type PriceId } from '../desk/prices.ts';
import type { Metered } from './meter.ts';

interface Measured {
  readonly demands: number;
  readonly institutions: number;
  /** Submitting and sending them all. */
  readonly sending: Metered;
  readonly firstList: Metered;
  /** A day's changes and its lists, and how many changed. */
  readonly changing: Metered;
  readonly dailyList: Metered;
  readonly changes: number;
  /** All institutions pull a day's list. */
  readonly dailyPull: Metered;
}

export const ASSUMPTIONS = {
  workingDaysPerMonth: 21,
  /** Each institution asks so often while nothing is new: every ten minutes, day and night. */
  idlePullsPerInstitution: 6 * 24 * 30,
  memoryGb: 0.5,
  /** Transitions of one demand's machine over its life of a month: keep, choice, wait, and once more to its end. */
  transitionsPerDemand: 6,
  transitionsPerInstitutionAndDay: 3,
  /** Two schedules of the lists look every minute (relay-lists, relay-deliveries), a third once a day. */
  scheduledRuns: 2 * 60 * 24 * 30 + 30,
  scheduledMs: 50,
} as const;

export interface CostLine {
  readonly id: PriceId;
  readonly perDemand: number;
  readonly usd: number;
}

/**
 * What AWS would charge for one demand that stands for a month among as many others, without push: store units as the store itself
 * counted them, Lambda time as it took here, and the rest by the assumptions above, which are printed with it.
 */
export function costPerDemandMonth(measured: Measured): readonly CostLine[] {
  const { demands, institutions, sending, firstList, changing, dailyList, changes, dailyPull } = measured;
  const days = ASSUMPTIONS.workingDaysPerMonth;
  const monthly = (part: (of: Metered) => number) =>
    part(sending) + part(firstList) + days * (part(changing) + part(dailyList) + part(dailyPull));
  const idlePulls = institutions * ASSUMPTIONS.idlePullsPerInstitution;
  const requests = demands + days * (changes + institutions);
  const invocations =
    3 * demands + days * (changes + 2 * institutions) + idlePulls + ASSUMPTIONS.scheduledRuns;
  const idleSeconds = (ASSUMPTIONS.scheduledRuns * ASSUMPTIONS.scheduledMs + idlePulls * 20) / 1000;
  const counts: Partial<Record<PriceId, number>> = {
    'state-transition':
      demands * ASSUMPTIONS.transitionsPerDemand +
      days * (institutions * ASSUMPTIONS.transitionsPerInstitutionAndDay + 3),
    'lambda-request': invocations,
    'lambda-gb-second-arm': (monthly(({ seconds }) => seconds) + idleSeconds) * ASSUMPTIONS.memoryGb,
    'dynamodb-write-unit': monthly(({ writeUnits }) => writeUnits),
    // An idle pull reads the head of the lists.
    'dynamodb-read-unit': monthly(({ readUnits }) => readUnits) + idlePulls,
    'http-api-request': requests + idlePulls,
  };
  return awsPrices().prices.flatMap(({ id, usd, per }) => {
    const count = counts[id];
    if (count === undefined) return [];
    const perDemand = count / demands;
    return [{ id, perDemand, usd: (perDemand * usd) / per }];
  });
}
