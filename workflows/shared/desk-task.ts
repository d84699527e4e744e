import * as z from 'zod';
import { TaskClock } from './deadline/task-clock.ts';

/**
 * 待办: one question put to one organisation.
 *
 *     OPEN --decision stored--> DECIDED --machine told--> RELAYED
 *       `----case ended, or closed unanswered--> CLOSED
 */
export const DeskTaskStatus = z.enum(['OPEN', 'DECIDED', 'RELAYED', 'CLOSED']);
export type DeskTaskStatus = z.infer<typeof DeskTaskStatus>;

const Instant = z.iso.datetime({ offset: true });

/** An officer, as the token or the department's staff list names them. */
export const Officer = z.strictObject({ personId: z.string().min(1), personName: z.string().min(1) });
export type Officer = z.infer<typeof Officer>;

/** Why a part of a question got no answer. The procedure puts it into words. */
export const ClosedReason = z.enum(['no-answer', 'supplement-not-provided']);
export type ClosedReason = z.infer<typeof ClosedReason>;

/** A part of a question (of a certificate: a field) that was closed unanswered; the rest goes on. */
export const ClosedPart = z.strictObject({
  partId: z.string().min(1),
  reason: ClosedReason,
  closedAt: Instant,
});
export type ClosedPart = z.infer<typeof ClosedPart>;

/** What the lists show of a task. */
export const DeskTaskSummary = z.strictObject({
  taskId: z.string().min(1),
  caseId: z.string().min(1),
  caseNumber: z.string().min(1),
  workflow: z.string().min(1),
  departmentId: z.string().min(1),
  applicantName: z.string().min(1),
  applicantUscc: z.string().min(1),
  status: DeskTaskStatus,
  openedAt: Instant,
  dueAt: Instant,
  /** The due date falls in a year whose official calendar is not published yet. */
  dueProvisional: z.boolean(),
  /** How the due date came about. */
  clock: TaskClock,
  /** When the last reminder went out. */
  remindedAt: Instant.optional(),
  overdueAt: Instant.optional(),
  /** How often the office extended it. */
  extensions: z.int().positive().optional(),
  /** The supplement it waits for: its own clock stands still. */
  supplementId: z.string().min(1).optional(),
  /** How often the applicant was asked to supplement. */
  supplementRounds: z.int().positive().optional(),
  /** How often the applicant sent material of its own accord. */
  materials: z.int().positive().optional(),
  closedParts: z.array(ClosedPart).optional(),
  /** Who holds the task: nobody else may answer it until it is released or assigned anew. */
  assignee: Officer.extend({ assignedAt: Instant }).optional(),
  decidedAt: Instant.optional(),
  /** `forWhom` where somebody answered under a delegation. */
  decidedBy: Officer.extend({ forWhom: Officer.optional() }).optional(),
  version: z.int().positive(),
});
export type DeskTaskSummary = z.infer<typeof DeskTaskSummary>;

/** A task as everyone who may see it reads it. `question` and `answer` are the procedure's (procedures.ts). */
export const DeskTask = DeskTaskSummary.extend({
  question: z.unknown(),
  answer: z.unknown().optional(),
  /** Files that go with the answer. */
  attachmentIds: z.array(z.string()).optional(),
});
export type DeskTask = z.infer<typeof DeskTask>;

/** Id of the task that asks `name` (a department, a round) about a case. Each part may hold letters, digits and hyphens. */
export function taskIdOf(caseId: string, name: string): string {
  return `${caseId}.${name}`;
}

/** The case a task id belongs to; undefined where it is no task id. */
export function caseIdOfTask(taskId: string): string | undefined {
  return /^([A-Za-z0-9-]+)\.[A-Za-z0-9.-]+$/.exec(taskId)?.[1];
}
