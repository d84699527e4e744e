import * as z from 'zod';
import { DeskTaskSummary } from './desk-task.ts';
import { routeContract } from './route-contract.ts';

const TaskPath = z.strictObject({ taskId: z.string().min(1).max(200) });

export const ClaimDeskTask = routeContract({
  operationId: 'claimDeskTask',
  method: 'POST',
  path: '/v1/desk/tasks/{taskId}/claim',
  summary: { zh: '签收待办', en: 'Take a task that nobody holds' },
  access: { who: ['department'], object: 'task' },
  params: TaskPath,
  reply: DeskTaskSummary,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});

export const ReleaseDeskTask = routeContract({
  operationId: 'releaseDeskTask',
  method: 'POST',
  path: '/v1/desk/tasks/{taskId}/release',
  summary: {
    zh: '退回待办（签收人、其受托人或部门负责人）',
    en: 'Give a task back: its holder, their deputy or the lead',
  },
  access: { who: ['department'], object: 'task' },
  params: TaskPath,
  reply: DeskTaskSummary,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});

export const AssignDeskTask = routeContract({
  operationId: 'assignDeskTask',
  method: 'POST',
  path: '/v1/desk/tasks/{taskId}/assignment',
  summary: { zh: '指派经办人（部门负责人）', en: 'Assign a task to an officer of the department (its lead)' },
  access: { who: ['department'], object: 'task' },
  params: TaskPath,
  body: z.strictObject({ personId: z.string().min(1).max(200) }),
  reply: DeskTaskSummary,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});
