import * as z from 'zod';
import { DeskTaskSummary } from './desk-task.ts';
import { PageQuery, pageOf } from './page.ts';
import { routeContract } from './route-contract.ts';

const TaskPath = z.strictObject({ taskId: z.string().min(1).max(200) });
const Reason = z.string().trim().min(1).max(500);

export const ListEscalatedTasks = routeContract({
  operationId: 'listEscalatedTasks',
  method: 'GET',
  path: '/v1/desk/escalations',
  summary: {
    zh: '督办：逾期未答复的待办，按到期时间排序',
    en: 'Overdue tasks of all departments by due date',
  },
  access: { who: ['office'] },
  query: PageQuery,
  reply: pageOf(DeskTaskSummary),
  status: 200,
});

export const ExtendDeskTask = routeContract({
  operationId: 'extendDeskTask',
  method: 'POST',
  path: '/v1/desk/tasks/{taskId}/extension',
  summary: { zh: '督办：延期', en: 'Give an overdue task more time' },
  access: { who: ['office'], object: 'task' },
  params: TaskPath,
  body: z.strictObject({
    /** Counted from the day after the extension. */
    workingDays: z.int().positive(),
    reason: Reason,
  }),
  reply: DeskTaskSummary,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});

export const CloseUnansweredTask = routeContract({
  operationId: 'closeUnansweredTask',
  method: 'POST',
  path: '/v1/desk/tasks/{taskId}/closure',
  summary: { zh: '督办：按未答复关闭', en: 'Close an overdue task, or parts of it, unanswered' },
  access: { who: ['office'], object: 'task' },
  params: TaskPath,
  body: z.strictObject({
    /** Parts of the question (of a certificate: fields); the whole task where none is named. */
    partIds: z.array(z.string().min(1).max(64)).min(1).max(50).optional(),
    reason: Reason,
  }),
  reply: DeskTaskSummary,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});

export const ReassignDeskTask = routeContract({
  operationId: 'reassignDeskTask',
  method: 'POST',
  path: '/v1/desk/tasks/{taskId}/reassignment',
  summary: { zh: '督办：改派给指定经办人', en: 'Give an overdue task to a named officer of its department' },
  access: { who: ['office'], object: 'task' },
  params: TaskPath,
  body: z.strictObject({ personId: z.string().min(1).max(200), reason: Reason }),
  reply: DeskTaskSummary,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});
