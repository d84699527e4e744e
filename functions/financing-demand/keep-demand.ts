import { roundEndsAt } from '../../workflows/financing-demand/answer/rules/round-over.ts';
import type { DemandDetail } from '../../workflows/financing-demand/contract.ts';
import { countsOfSent, demandScopes } from '../../workflows/financing-demand/report/counted.ts';
import { endOfValidity, nextMoment } from '../../workflows/financing-demand/rules/next-moment.ts';
import { KeepDemand } from '../../workflows/financing-demand/steps.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { executionName } from '../shared/client/machines.ts';
import { type Demand, readDemand } from '../shared/demand.ts';
import { publishedCalendar } from '../shared/store/official-calendar.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { monthOf, scopeOf } from './answer/counted-writes.ts';
import { beginNextRound } from './answer/next-round.ts';
import { enrich } from './demand/enrich.ts';
import { type DemandChange, type Rewritten, rewrite } from './demand/rewrite.ts';
import { drawUpAtOnce } from './list/draw-up-at-once.ts';
import { answerRulesAt } from './store/answer-rules.ts';
import { type ServicesWithRecords, servicesWithRecords } from './store/services-with-records.ts';

interface Kept {
  readonly caseId: string;
  /** Name of the execution that asks. */
  readonly execution: string;
}

type Next = { caseId: string; next: 'wait'; wakeAt: string } | { caseId: string; next: 'end' };

/**
 * Does what the moment asks of a demand: at first chooses the institutions and puts it under way; when grants begin or end, tells
 * those whom it concerns; after its last day closes it. Says when to look again. A second run finds it done.
 */
export async function keepDemand({ caseId, execution }: Kept, services: ServicesWithRecords): Promise<Next> {
  const kept = await untilFresh(() => keepOnce(caseId, execution, services));
  await drawUpAtOnce(kept.atOnce, services);
  if (kept.detail.ended || kept.superseded) return { caseId, next: 'end' };
  await beginNextRound(caseId, services);
  return { caseId, next: 'wait', wakeAt: (await wakeAt(caseId, services)).toISOString() };
}

/** The next moment at which time changes what somebody sees, or the round is over. */
async function wakeAt(caseId: string, services: ServicesWithRecords): Promise<Date> {
  const demand = await readDemand(caseId, services);
  if (!demand) throw new Error(`there is no demand ${caseId}`);
  const now = services.now();
  const context = { calendar: publishedCalendar(), rules: answerRulesAt(now) };
  const roundEnd = new Date(roundEndsAt(demand.detail, context));
  const moment = nextMoment(demand.detail, now);
  return roundEnd > now && roundEnd < moment ? roundEnd : moment;
}

interface KeptDemand extends Partial<Pick<Rewritten, 'atOnce'>> {
  readonly detail: DemandDetail;
  /** Another execution has taken the place of the one that asks. */
  readonly superseded?: boolean;
}

async function keepOnce(
  caseId: string,
  execution: string,
  services: ServicesWithRecords,
): Promise<KeptDemand> {
  const before = await readDemand(caseId, services);
  if (!before) throw new Error(`there is no demand ${caseId}`);
  const { detail } = before;
  const superseded = execution !== executionName(before.case);
  if (detail.ended || superseded) return { detail, superseded };
  const change = await changeOf(before, services);
  const rewritten = await rewrite(before, change, services);
  // Time changed nothing: no entry of the audit says that nothing happened.
  if (change.status === undefined && rewritten.tellings.length === 0) {
    return { detail };
  }
  const firstTime = before.case.status === 'SUBMITTED';
  await services.commit([
    ...rewritten.writes,
    ...(firstTime ? countSent(rewritten.detail, services) : []),
    ...(change.detail.ended
      ? services.outbox.notify('demand-lapsed', before.case, change.detail.ended.at, {})
      : []),
  ]);
  return rewritten;
}

/** A demand is counted in the month in which it goes out. */
function countSent(detail: DemandDetail, { reports, now }: ServicesWithRecords) {
  const counts = countsOfSent(detail.terms.amountToFen);
  return reports.count(monthOf(localInstant(now())), demandScopes(scopeOf(detail)), counts);
}

async function changeOf(
  { case: read, detail }: Demand,
  services: ServicesWithRecords,
): Promise<DemandChange> {
  const now = services.now();
  const actor = { by: 'platform', step: 'KeepDemand' } as const;
  if (read.status !== 'SUBMITTED' && now >= endOfValidity(detail)) {
    const ended: DemandDetail['ended'] = { reason: 'validity-ended', at: localInstant(now) };
    const deed = { kind: 'demand-lapsed', actor } as const;
    return { detail: { ...detail, ended }, status: 'DECIDED', deed, atOnce: true };
  }
  const enriched = { ...detail, enrichment: await enrich(read.applicant.uscc, services) };
  if (read.status === 'IN_REVIEW') {
    const deed = { kind: 'demand-reviewed', actor } as const;
    return { detail: enriched, deed, rematch: true, atOnce: true };
  }
  const deed = { kind: 'demand-sent', actor } as const;
  return { detail: enriched, status: 'IN_REVIEW', deed, rematch: true };
}

export const handler = task(KeepDemand, keepDemand, servicesWithRecords);
