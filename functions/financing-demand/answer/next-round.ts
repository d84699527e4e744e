import { roundIsOver } from '../../../workflows/financing-demand/answer/rules/round-over.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { type Demand, readDemand } from '../../shared/demand.ts';
import { publishedCalendar } from '../../shared/store/official-calendar.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import { type Rewritten, rewrite } from '../demand/rewrite.ts';
import { drawUpAtOnce } from '../list/draw-up-at-once.ts';
import { answerRulesAt } from '../store/answer-rules.ts';
import type { ServicesWithAnswers } from '../store/services-with-answers.ts';

type RoundServices = Pick<
  ServicesWithAnswers,
  'answers' | 'cases' | 'lists' | 'products' | 'openDemands' | 'financingRules' | 'outbox' | 'commit' | 'now'
>;

const ACTOR = { by: 'platform', step: 'NextRound' } as const;

/**
 * Asks the next institutions once those asked last have all refused or let their time pass: by the order of match, banks before guarantee
 * companies; when nobody is left, the office and the enterprise are told. Looked at after every refusal and when the time of a round is over.
 */
export async function beginNextRound(demandId: string, services: RoundServices): Promise<void> {
  const rewritten = await untilFresh(async () => {
    const demand = await readDemand(demandId, services);
    if (!demand || !(await isDue(demand, services))) return undefined;
    return moveOn(demand, services);
  });
  await drawUpAtOnce(rewritten?.atOnce, services);
}

async function isDue({ demandId, detail }: Demand, { answers, now }: RoundServices): Promise<boolean> {
  const context = {
    answers: await answers.ofDemand(demandId),
    calendar: publishedCalendar(),
    rules: answerRulesAt(now()),
  };
  return roundIsOver(detail, context, now());
}

async function moveOn(demand: Demand, services: RoundServices): Promise<Rewritten> {
  const { outbox, commit, now } = services;
  const { detail } = demand;
  const deed = { kind: 'next-round-begun', actor: ACTOR } as const;
  const next = await rewrite(demand, { detail, deed, rematch: 'next-round', atOnce: true }, services);
  if (next.detail.recipients.length > detail.recipients.length) {
    await commit(next.writes);
    return next;
  }
  const at = localInstant(now());
  const exhausted = await rewrite(
    demand,
    { detail: { ...detail, exhaustedAt: at }, deed: { kind: 'institutions-exhausted', actor: ACTOR } },
    services,
  );
  await commit([...exhausted.writes, ...outbox.notify('institutions-exhausted', demand.case, at, {})]);
  return exhausted;
}
