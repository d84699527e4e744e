import * as z from 'zod';
import { routeContract } from '../../shared/route-contract.ts';
import { AnswerEvent } from './answer-event.ts';
import { AnswerRules } from './answer-rules.ts';
import { Answer, AnswerStatus, GivenAnswer } from './contract.ts';
import { ComparedOffer } from './rules/offers-compared.ts';

const AnswerPath = z.strictObject({
  institutionId: z.string().min(1).max(64),
  demandId: z.string().min(1).max(64),
});
const DemandPath = z.strictObject({ demandId: z.string().min(1).max(64) });

/** The amount stands in fen, the rate in basis points; a reason of refusal is a code of the rules, its text the enterprise reads. */
export const GiveAnswer = routeContract({
  operationId: 'giveAnswer',
  method: 'POST',
  path: '/v1/institutions/{institutionId}/answers/{demandId}',
  summary: {
    zh: '答复融资需求：受理、已联系、尽调、报价、拒绝、提款',
    en: 'Answer a demand: taken, contacted, due diligence, offer, refusal, drawn',
  },
  access: { who: ['bank'], object: 'institution' },
  scope: 'deliveries:answer',
  params: AnswerPath,
  body: GivenAnswer,
  reply: Answer,
  status: 201,
  idempotencyKey: true,
});

/** The function judges the body once the signature is found genuine; the document shows the shape. */
const AnyMessage = z.unknown().meta({ ...AnswerEvent.toJSONSchema({ io: 'input' }) });

/** The same answer as a signed message (docs/webhooks.md): no token, the key of the institution's endpoint, the id as Idempotency-Key. */
export const ReceiveAnswer = routeContract({
  operationId: 'receiveAnswer',
  method: 'POST',
  path: '/v1/institutions/{institutionId}/answer-messages',
  summary: {
    zh: '以签名消息答复融资需求（Standard Webhooks，CloudEvents 1.0）',
    en: "Answer a demand by a message signed with the endpoint's key (Standard Webhooks, CloudEvents 1.0)",
  },
  access: { who: 'public' },
  signed: true,
  params: AnswerPath.pick({ institutionId: true }),
  body: AnyMessage,
  reply: Answer,
  status: 201,
});

export const ShowAnswer = routeContract({
  operationId: 'showAnswer',
  method: 'GET',
  path: '/v1/institutions/{institutionId}/answers/{demandId}',
  summary: {
    zh: '查看本机构对某需求的答复与承诺时限',
    en: 'How an institution stands to a demand, and what it promised',
  },
  access: { who: ['bank', 'office'], object: 'institution' },
  params: AnswerPath,
  reply: Answer,
  status: 200,
});

/** What the enterprise sees of an institution that has not offered: how far it is, or why it refused. */
const Standing = Answer.pick({
  institutionId: true,
  institutionName: true,
  status: true,
  acknowledgedAt: true,
  contactedAt: true,
  refusal: true,
}).extend({ status: AnswerStatus });

export const CompareOffers = routeContract({
  operationId: 'compareOffers',
  method: 'GET',
  path: '/v1/financing-demands/{demandId}/offers',
  summary: {
    zh: '并列比较各机构报价，查看各机构答复',
    en: 'The offers side by side, and how every institution stands',
  },
  access: { who: ['enterprise', 'office'], object: 'demand' },
  params: DemandPath,
  reply: z.strictObject({ offers: z.array(ComparedOffer), answers: z.array(Standing) }),
  status: 200,
});

/** Without parts the whole offer is accepted and everyone else is told that the demand is over. */
export const AcceptOffer = routeContract({
  operationId: 'acceptOffer',
  method: 'POST',
  path: '/v1/financing-demands/{demandId}/acceptances',
  summary: { zh: '接受报价', en: 'Accept an offer, or a part of one where the demand allows parts' },
  access: { who: ['enterprise'], object: 'demand' },
  params: DemandPath,
  body: z.strictObject({
    institutionId: z.string().min(1).max(64),
    amountFen: z.int().positive().max(100_000_000_000_000),
  }),
  reply: z.strictObject({
    institutionId: z.string(),
    amountFen: z.int().positive(),
    /** The demand takes no more. */
    demandOver: z.boolean(),
    /** What it may still take. */
    openFen: z.int().nonnegative(),
  }),
  status: 201,
  idempotencyKey: true,
});

/** Promised working days and reasons of refusal in effect today. */
export const ShowAnswerRules = routeContract({
  operationId: 'showAnswerRules',
  method: 'GET',
  path: '/v1/financing-answer-rules',
  summary: {
    zh: '机构答复规则：承诺时限、拒绝原因代码',
    en: 'Rules of answers: promised working days, reasons of refusal',
  },
  access: { who: 'public' },
  reply: AnswerRules,
  status: 200,
});
