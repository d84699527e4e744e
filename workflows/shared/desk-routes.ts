import * as z from 'zod';
import { AttachmentIds } from './attachments/attachment.ts';
import { CaseSummary } from './case.ts';
import { HeldCount, QueueCounts } from './desk-counts.ts';
import { DeskTask, DeskTaskSummary } from './desk-task.ts';
import { Problem } from './fault.ts';
import { Material } from './material.ts';
import { PageQuery, pageOf } from './page.ts';
import { answerSchemas, choiceSchemas, enclosureSchemas } from './procedures.ts';
import { routeContract } from './route-contract.ts';
import { SupplementView } from './supplement.ts';
import { SupplementTemplate } from './supplement-template.ts';

/** Why one task of many was not decided, as its own request would have been told. */
const TaskProblem = Problem.omit({ type: true, title: true, instance: true });

const TaskPath = z.strictObject({ taskId: z.string().min(1).max(200) });

export const ListDeskTasks = routeContract({
  operationId: 'listDeskTasks',
  method: 'GET',
  path: '/v1/desk/tasks',
  summary: { zh: '本部门的待办，按到期时间排序', en: 'Tasks of a department by due date' },
  access: { who: ['department', 'office'] },
  query: PageQuery.extend({
    /** DECIDED shows a task whether or not the machine was told already. */
    status: z.enum(['OPEN', 'DECIDED', 'CLOSED']).default('OPEN'),
    /** Must be told by the office; a department has only its own. */
    department: z.string().min(1).max(64).optional(),
    /** `mine` holds those of officers for whom one acts under a delegation too. */
    holder: z.enum(['anybody', 'mine', 'nobody']).default('anybody'),
    /** Due on this day (Asia/Shanghai) or later. */
    dueFromOn: z.iso.date().optional(),
    /** Due on this day or earlier. */
    dueToOn: z.iso.date().optional(),
    /** USCC of the applicant. */
    enterprise: z.string().min(1).max(32).optional(),
    /** How the applicant's name begins. */
    enterpriseName: z.string().trim().min(2).max(100).optional(),
    caseNumber: z.string().trim().min(1).max(64).optional(),
  }),
  reply: pageOf(DeskTaskSummary),
  status: 200,
});

export const CountDeskTasks = routeContract({
  operationId: 'countDeskTasks',
  method: 'GET',
  path: '/v1/desk/counts',
  summary: { zh: '各类待办的数量', en: 'How many tasks stand in each queue' },
  access: { who: ['department', 'office'] },
  /** The office sees all departments unless it names one. */
  query: z.strictObject({ department: z.string().min(1).max(64).optional() }),
  reply: z.strictObject({
    items: z.array(QueueCounts),
    /** Open ones that the officer holds. */
    mine: z.int().optional(),
    /** Open ones by who holds them: for the office that names a department. */
    held: z.array(HeldCount).optional(),
  }),
  status: 200,
});

export const ReadDeskTask = routeContract({
  operationId: 'readDeskTask',
  method: 'GET',
  path: '/v1/desk/tasks/{taskId}',
  summary: { zh: '查看待办及其办件', en: 'A task with its case' },
  access: { who: ['department', 'office'], object: 'task' },
  params: TaskPath,
  reply: DeskTask.extend({
    /** What the platform lays before the officer beside the question; the procedure's (procedures.ts). */
    enclosure: z.unknown().meta({ anyOf: enclosureSchemas() }).optional(),
    /** Ids of the parts of the question that are left: what a supplement may name, each on its own. */
    openParts: z.array(z.string()),
    /** What the applicant sent to it of its own accord, oldest first. */
    sent: z.array(Material),
    /** What the applicant was asked to supplement and what it answered, the first round first. */
    supplements: z.array(SupplementView),
    /** Texts that the department may take for the items of a supplement; none where it cannot ask for one now. */
    supplementTemplates: z.array(SupplementTemplate),
    /** `detail` as the procedure's contract describes it. */
    case: CaseSummary.extend({ detail: z.unknown() }),
  }),
  status: 200,
});

export const DecideDeskTask = routeContract({
  operationId: 'decideDeskTask',
  method: 'POST',
  path: '/v1/desk/tasks/{taskId}/decision',
  summary: { zh: '答复待办', en: 'Decide a task' },
  access: { who: ['department'], object: 'task' },
  params: TaskPath,
  body: z.strictObject({
    answer: z.unknown().meta({ anyOf: answerSchemas() }),
    /** Uploaded before (attachments); kept with the case. */
    attachmentIds: AttachmentIds,
  }),
  bodyLimitBytes: 1024 * 1024,
  reply: DeskTaskSummary,
  status: 200,
  idempotencyKey: true,
  ifMatch: true,
});

export const DecideManyTasks = routeContract({
  operationId: 'decideManyTasks',
  method: 'POST',
  path: '/v1/desk/decisions',
  summary: { zh: '批量答复同类待办', en: 'Decide like tasks by one choice, each by itself' },
  access: { who: ['department'] },
  body: z.strictObject({
    tasks: z
      .array(z.strictObject({ taskId: TaskPath.shape.taskId, version: z.int().positive() }))
      .min(1)
      .max(50),
    /** As the procedure understands it. */
    choice: z.unknown().meta({ anyOf: choiceSchemas() }),
  }),
  reply: z.strictObject({
    /** In the order of the request. */
    results: z.array(
      z.discriminatedUnion('outcome', [
        z.strictObject({ outcome: z.literal('decided'), taskId: z.string(), task: DeskTaskSummary }),
        z.strictObject({ outcome: z.literal('refused'), taskId: z.string(), problem: TaskProblem }),
      ]),
    ),
  }),
  status: 200,
  idempotencyKey: true,
});
