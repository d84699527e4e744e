import type { Answer, GivenAnswer } from '../../../workflows/financing-demand/answer/contract.ts';
import { answerFaults } from '../../../workflows/financing-demand/answer/rules/answer-faults.ts';
import {
  MAY_FOLLOW,
  mayFollow,
  nextAnswer,
} from '../../../workflows/financing-demand/answer/rules/next-answer.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { localDateOf, localInstant } from '../../../workflows/shared/working-days.ts';
import { RefusedError, refusedForFaults } from '../../shared/errors.ts';
import { personOf } from '../../shared/person-of.ts';
import type { IdempotentRequest } from '../../shared/store/idempotency-store.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import { answerRulesAt } from '../store/answer-rules.ts';
import type { ServicesWithAnswers } from '../store/services-with-answers.ts';
import { answeredDemand, demandOver } from './answered-demand.ts';
import { countSaid } from './counted-writes.ts';
import { beginNextRound } from './next-round.ts';
import { promisedDeadlines } from './promised-deadlines.ts';

/** What an institution says to a demand, by whichever way it came. */
interface Said {
  readonly institutionId: string;
  readonly demandId: string;
  readonly actor: Actor;
  readonly body: GivenAnswer;
  readonly idempotency: IdempotentRequest;
}

interface AnswerReply {
  readonly body: Answer;
  readonly version: number;
}

/**
 * Keeps what an institution says to a demand. It is written on condition that the demand is as it was read, so that no offer meets a
 * demand that was financed meanwhile; said again under the same key it is answered alike. A refusal may have been the last of its round.
 * @throws RefusedError 404, 409, 422
 */
export async function keepAnswer(said: Said, services: ServicesWithAnswers): Promise<AnswerReply> {
  const reply = await untilFresh(() => store(said, services));
  if (said.body.kind === 'refusal') await beginNextRound(said.demandId, services);
  return reply;
}

async function store(
  { institutionId, demandId, actor, body, idempotency }: Said,
  services: ServicesWithAnswers,
): Promise<AnswerReply> {
  const { answers, reports, cases, outbox, commit, idempotency: markers, now } = services;
  const demand = await answeredDemand(demandId, institutionId, services);
  const all = await answers.ofDemand(demandId);
  const before = all.find((one) => one.institutionId === institutionId);
  if (body.kind !== 'drawn' && !demand.seen) throw demandOver();
  if (!mayFollow(before, body.kind)) throw outOfOrder(before?.status ?? 'SENT', body.kind);
  const at = localInstant(now());
  const today = localDateOf(now());
  const faults = answerFaults(body, {
    terms: demand.detail.terms,
    rules: answerRulesAt(now()),
    today,
    before,
  });
  if (faults.length > 0) throw refusedForFaults(faults);

  const taker = {
    demandId,
    institutionId,
    institutionName: actor.organisationName,
    deadlines: promisedDeadlines(now()),
  };
  const answer = nextAnswer(before, body, taker, at);
  const others = all.filter((one) => one.institutionId !== institutionId);
  const reply: AnswerReply = { body: answer, version: answer.version };
  const details = {
    institutionId,
    answer: body.kind,
    ...(body.kind === 'refusal' && { reason: body.reason }),
  };
  await commit([
    markers.remember(idempotency, reply, now()),
    ...cases.change(demand.case, {}, { kind: 'demand-answered', at, actor: personOf(actor), details }),
    ...answers.put(before, answer),
    ...countSaid(reports, { detail: demand.detail, others, before, after: answer, given: body, at }),
    ...outbox.notify('demand-answered', demand.case, at, {
      institutionId,
      answer: body.kind,
    }),
  ]);
  return reply;
}

function outOfOrder(status: keyof typeof MAY_FOLLOW, kind: string): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'answer-out-of-order',
    zh: `目前的状态（${status}）不能作此答复`,
    en: `The answer is ${status}: "${kind}" cannot follow`,
    present: { status, mayFollow: MAY_FOLLOW[status] },
  });
}
