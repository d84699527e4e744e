import * as z from 'zod';
import { AttachmentIds } from './attachments/attachment.ts';
import { DeskTaskSummary } from './desk-task.ts';
import { PageQuery, pageOf } from './page.ts';
import { routeContract } from './route-contract.ts';
import { SupplementAnswer, SupplementItem, SupplementSummary, SupplementView } from './supplement.ts';

const TaskPath = z.strictObject({ taskId: z.string().min(1).max(200) });
const SupplementPath = z.strictObject({ supplementId: z.string().min(1).max(220) });

export const AskSupplement = routeContract({
  operationId: 'askSupplement',
  method: 'POST',
  path: '/v1/desk/tasks/{taskId}/supplement',
  summary: { zh: '要求申请人补正（办理时限暂停）', en: 'Ask the applicant to supplement: the clock stops' },
  access: { who: ['department'], object: 'task' },
  params: TaskPath,
  body: z.strictObject({
    items: z.array(SupplementItem).min(1).max(100),
    /** The applicant's time. */
    workingDays: z.int().positive(),
    attachmentIds: AttachmentIds,
  }),
  reply: z.strictObject({ task: DeskTaskSummary, supplement: SupplementSummary }),
  status: 201,
  idempotencyKey: true,
  ifMatch: true,
});

export const ListSupplements = routeContract({
  operationId: 'listSupplements',
  method: 'GET',
  path: '/v1/supplements',
  summary: { zh: '本企业的补正待办，按到期时间排序', en: 'Supplements asked of an enterprise by due date' },
  access: { who: ['enterprise'] },
  query: PageQuery.extend({ status: z.enum(['OPEN', 'ANSWERED', 'LAPSED', 'CLOSED']).default('OPEN') }),
  reply: pageOf(SupplementSummary),
  status: 200,
});

export const ReadSupplement = routeContract({
  operationId: 'readSupplement',
  method: 'GET',
  path: '/v1/supplements/{supplementId}',
  summary: { zh: '查看补正要求与答复', en: 'What was asked and what was answered' },
  access: { who: ['enterprise', 'department', 'office'], object: 'supplement' },
  params: SupplementPath,
  reply: SupplementView,
  status: 200,
});

export const AnswerSupplement = routeContract({
  operationId: 'answerSupplement',
  method: 'POST',
  path: '/v1/supplements/{supplementId}/answer',
  summary: { zh: '提交补正（部门恢复计时）', en: "Answer: the department's clock goes on" },
  access: { who: ['enterprise'], object: 'supplement' },
  params: SupplementPath,
  body: SupplementAnswer,
  reply: SupplementSummary,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});
