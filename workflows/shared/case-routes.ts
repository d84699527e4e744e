import * as z from 'zod';
import { CaseSummary, CaseView, TimelineEntry } from './case.ts';
import { OrderedPageQuery, PageQuery, pageOf } from './page.ts';
import { routeContract } from './route-contract.ts';

const CasePath = z.strictObject({ caseId: z.string().min(1).max(64) });

export const ListCases = routeContract({
  operationId: 'listCases',
  method: 'GET',
  path: '/v1/cases',
  summary: {
    zh: '本企业的办件；办公室按月查看全部',
    en: 'Cases of an enterprise; of a month for the office',
  },
  access: { who: ['enterprise', 'office'] },
  query: PageQuery.extend({
    /** Only for the office: the month of submission in Asia/Shanghai; this month unless told. */
    month: z
      .string()
      .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  reply: pageOf(CaseSummary),
  status: 200,
});

export const ReadCase = routeContract({
  operationId: 'readCase',
  method: 'GET',
  path: '/v1/cases/{caseId}',
  summary: { zh: '查看办件', en: 'A case' },
  access: { who: ['enterprise', 'department', 'office'], object: 'case' },
  params: CasePath,
  reply: CaseView,
  status: 200,
});

export const ReadTimeline = routeContract({
  operationId: 'readTimeline',
  method: 'GET',
  path: '/v1/cases/{caseId}/timeline',
  summary: { zh: '办件的办理过程', en: 'What happened to a case, in order' },
  access: { who: ['enterprise', 'department', 'office'], object: 'case' },
  params: CasePath,
  query: OrderedPageQuery,
  reply: pageOf(TimelineEntry),
  status: 200,
});

export const WithdrawCase = routeContract({
  operationId: 'withdrawCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/withdrawal',
  summary: { zh: '撤回办件（出具结果之前）', en: 'Withdraw a case before its result' },
  access: { who: ['enterprise'], object: 'case' },
  params: CasePath,
  reply: CaseSummary,
  status: 200,
  idempotencyKey: true,
});

export const ResumeCase = routeContract({
  operationId: 'resumeCase',
  method: 'POST',
  path: '/v1/cases/{caseId}/resume',
  summary: { zh: '恢复处理失败的办件', en: 'Let a failed case go on' },
  access: { who: ['office'], object: 'case' },
  params: CasePath,
  reply: CaseSummary,
  status: 202,
  idempotencyKey: true,
});
