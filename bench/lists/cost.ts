import { awsPrices, type PriceId } from '../desk/prices.ts';
import type { Steps } from './measure.ts';
import type { Metered } from './meter.ts';

interface Size {
  readonly demands: number;
  readonly institutions: number;
  /** Demands that change in a day. */
  readonly changes: number;
}

export const ASSUMPTIONS = {
  workingDaysPerMonth: 21,
  /** Half of the institutions are pushed to and the other half pull; a half asks so often while nothing is new: every ten minutes, day and night. */
  pullingShare: 0.5,
  idlePullsPerInstitution: 6 * 24 * 30,
  memoryGb: 0.5,
  /** Transitions of one demand's machine over its life of a month: keep, choice, wait, and once more to its end. */
  transitionsPerDemand: 6,
  /** Of the lists' machine for one institution and day. */
  transitionsPerList: 3,
  /** Of the machine that pushes a list: two looks of two states, and the end. */
  transitionsPerPush: 5,
  /** How long an endpoint takes to answer, which a function waits for. */
  endpointSeconds: 0.3,
  /** Schedules of the lists: two look every minute (relay-lists, relay-deliveries), promises every quarter of an hour, lists once a day. */
  scheduledRuns: (2 * 60 + 4) * 24 * 30 + 30,
  scheduledMs: 50,
} as const;

export interface CostLine {
  readonly id: PriceId;
  readonly perDemand: number;
  readonly usd: number;
}

/**
 * What AWS would charge for one demand that stands for a month among as many others: store units as the store itself counted them, priced
 * by seeds/aws-prices.json as bench:desk does; Lambda time as it took here; the rest by the assumptions, which are printed with it.
 */
export function costPerDemandMonth(
  steps: Steps,
  { demands, institutions, changes }: Size,
): readonly CostLine[] {
  const { workingDaysPerMonth: days, pullingShare, ...assumed } = ASSUMPTIONS;
  const { sending, firstList, firstPull, changing, dailyList, dailyPull, dailyPush } = steps;
  const pulled = (institutions * pullingShare) / (firstPull.items / demands);
  const monthly = (part: (of: Metered) => number) =>
    (part(sending) * demands) / sending.items +
    part(firstList) +
    part(firstPull) * pulled +
    days *
      (part(changing) +
        part(dailyList) +
        part(dailyPull) * pullingShare +
        part(dailyPush) * (1 - pullingShare));
  const pushes = days * institutions * (1 - pullingShare);
  const idlePulls = institutions * pullingShare * assumed.idlePullsPerInstitution;
  const pulls = (demands / 100 + days) * institutions * pullingShare;
  const requests = demands + days * changes + pulls + idlePulls;
  const waitedSeconds = pushes * assumed.endpointSeconds;
  const idleSeconds = ((assumed.scheduledRuns + idlePulls) * assumed.scheduledMs) / 1000;
  const counts: Partial<Record<PriceId, number>> = {
    'state-transition':
      demands * assumed.transitionsPerDemand +
      days * (institutions * assumed.transitionsPerList + 3) +
      pushes * assumed.transitionsPerPush,
    'lambda-request': requests + demands * 2 + days * institutions + pushes * 2 + assumed.scheduledRuns,
    'lambda-gb-second-arm':
      (monthly(({ seconds }) => seconds) + waitedSeconds + idleSeconds) * assumed.memoryGb,
    'dynamodb-write-unit': monthly(({ writeUnits }) => writeUnits),
    // An idle pull reads the head of the lists.
    'dynamodb-read-unit': monthly(({ readUnits }) => readUnits) + idlePulls,
    'http-api-request': requests,
  };
  return awsPrices().prices.flatMap(({ id, usd, per }) => {
    const count = counts[id];
    return count === undefined
      ? []
      : [{ id, perDemand: count / demands, usd: (count / demands / per) * usd }];
  });
}
