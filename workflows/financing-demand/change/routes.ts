import * as z from 'zod';
import { CaseStatus } from '../../shared/case.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { Consent } from '../consent.ts';
import { DemandDetail } from '../contract.ts';
import { DemandSeen } from '../demand-seen.ts';
import { MatchResult } from '../match.ts';
import { DemandAmendment } from './amendment.ts';

/** What the enterprise does with its own demand, and what an institution asks of it. A demand's id is its case's. */

const DemandPath = z.strictObject({ demandId: z.string().min(1).max(64) });

export const DemandView = z.strictObject({
  demandId: z.string(),
  caseNumber: z.string(),
  status: CaseStatus,
  version: z.int().positive(),
  detail: DemandDetail,
});
export type DemandView = z.infer<typeof DemandView>;

const own = {
  access: { who: ['enterprise'], object: 'demand' },
  params: DemandPath,
  reply: DemandView,
  status: 200,
} as const;

export const ReadFinancingDemand = routeContract({
  ...own,
  operationId: 'readFinancingDemand',
  method: 'GET',
  path: '/v1/financing-demands/{demandId}',
  summary: { zh: '查看本企业的融资需求', en: "One's demand with its consent and whom it was sent to" },
  access: { who: ['enterprise', 'office'], object: 'demand' },
});

export const ShowMatches = routeContract({
  operationId: 'showMatches',
  method: 'GET',
  path: '/v1/financing-demands/{demandId}/matches',
  summary: { zh: '查看撮合结果及理由', en: 'Why each institution was chosen or not' },
  access: { who: ['enterprise', 'office'], object: 'demand' },
  params: DemandPath,
  reply: MatchResult,
  status: 200,
});

export const ChangeFinancingDemand = routeContract({
  ...own,
  operationId: 'changeFinancingDemand',
  method: 'PUT',
  path: '/v1/financing-demands/{demandId}',
  summary: { zh: '修改融资需求', en: 'Change a demand; its recipients are told in their next lists' },
  body: z.unknown().meta({ ...DemandAmendment.toJSONSchema({ io: 'input' }) }),
  idempotencyKey: true,
  ifMatch: true,
});

export const CloseFinancingDemand = routeContract({
  ...own,
  operationId: 'closeFinancingDemand',
  method: 'POST',
  path: '/v1/financing-demands/{demandId}/closure',
  summary: { zh: '关闭融资需求', en: 'Close a demand; its recipients are told at once' },
  body: z.strictObject({ text: z.string().min(1).max(500).optional() }),
  idempotencyKey: true,
});

export const GiveConsent = routeContract({
  ...own,
  operationId: 'giveConsent',
  method: 'POST',
  path: '/v1/financing-demands/{demandId}/grants',
  summary: { zh: '追加授权', en: 'Give more consent' },
  body: z.unknown().meta({ ...Consent.toJSONSchema({ io: 'input' }) }),
  idempotencyKey: true,
});

export const WithdrawConsent = routeContract({
  ...own,
  operationId: 'withdrawConsent',
  method: 'POST',
  path: '/v1/financing-demands/{demandId}/grants/withdrawal',
  summary: { zh: '撤回授权（立即生效）', en: 'Withdraw grants, in effect at once' },
  body: z.strictObject({ grantIds: z.array(z.int().positive()).min(1).max(100) }),
  idempotencyKey: true,
});

export const AnswerIdentityRequest = routeContract({
  ...own,
  operationId: 'answerIdentityRequest',
  method: 'POST',
  path: '/v1/financing-demands/{demandId}/identity-answers',
  summary: {
    zh: '同意或不同意向某机构告知企业身份',
    en: 'Tell an institution that asked who one is, or not; may be changed',
  },
  body: z.strictObject({ institutionId: z.string().min(1).max(32), granted: z.boolean() }),
  idempotencyKey: true,
});

const seen = {
  access: { who: ['bank'], object: 'demand' },
  params: DemandPath,
  reply: DemandSeen,
  status: 200,
} as const;

export const ReadDemandSeen = routeContract({
  ...seen,
  operationId: 'readDemandSeen',
  method: 'GET',
  path: '/v1/institutions/me/demands/{demandId}',
  summary: { zh: '查看融资需求（按当前授权）', en: 'A demand as the consent lets it be seen now' },
  scope: 'deliveries:read',
});

export const RequestIdentity = routeContract({
  ...seen,
  operationId: 'requestIdentity',
  method: 'POST',
  path: '/v1/institutions/me/demands/{demandId}/identity-requests',
  summary: { zh: '请求了解匿名企业的身份', en: 'Ask an anonymous enterprise who it is' },
  scope: 'deliveries:answer',
  idempotencyKey: true,
});
