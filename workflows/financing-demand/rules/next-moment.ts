import type { DemandDetail } from '../contract.ts';

/** The moment after a demand's last day. */
export function endOfValidity({ terms }: Pick<DemandDetail, 'terms'>): Date {
  return new Date(Date.parse(`${terms.validUntilOn}T23:59:59+08:00`) + 1000);
}

/** The next moment at which time alone changes what somebody may see: a grant begins or ends, or the validity does. */
export function nextMoment(detail: Pick<DemandDetail, 'terms' | 'grants'>, at: Date): Date {
  const edges = detail.grants
    .filter(({ withdrawnAt }) => withdrawnAt === undefined)
    .flatMap(({ from, until }) => [new Date(from), new Date(until)])
    .filter((edge) => edge > at);
  return [endOfValidity(detail), ...edges].reduce((first, next) => (next < first ? next : first));
}
