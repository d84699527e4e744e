import * as z from 'zod';
import { AttachmentIds } from './attachments/attachment.ts';
import { Deadline } from './deadline/task-clock.ts';
import { Officer } from './desk-task.ts';

const Instant = z.iso.datetime({ offset: true });

/**
 * 补正: what a department asks of the applicant before it can answer; the applicant's own desk task.
 *
 *     OPEN --answered in time--> ANSWERED
 *       |`---time is over------> LAPSED
 *       `----case withdrawn----> CLOSED
 */
export const SupplementStatus = z.enum(['OPEN', 'ANSWERED', 'LAPSED', 'CLOSED']);
export type SupplementStatus = z.infer<typeof SupplementStatus>;

/** What the lists show of a supplement. */
export const SupplementSummary = z.strictObject({
  supplementId: z.string().min(1),
  /** The department's task, whose clock stands still meanwhile. */
  taskId: z.string().min(1),
  caseId: z.string().min(1),
  caseNumber: z.string().min(1),
  workflow: z.string().min(1),
  departmentId: z.string().min(1),
  applicantUscc: z.string().min(1),
  /** 1 for the first that this department asks about the case. */
  round: z.int().positive(),
  status: SupplementStatus,
  askedAt: Instant,
  ...Deadline.shape,
  remindedAt: Instant.optional(),
  answeredAt: Instant.optional(),
  version: z.int().positive(),
});
export type SupplementSummary = z.infer<typeof SupplementSummary>;

/** One thing that is missing. */
export const SupplementItem = z.strictObject({
  text: z.string().trim().min(1).max(500),
  /** The parts of the question (of a certificate: fields) that cannot be answered without it; all of them where none is named. */
  partIds: z.array(z.string().min(1).max(64)).max(50).optional(),
});
export type SupplementItem = z.infer<typeof SupplementItem>;

export const SupplementAnswer = z.strictObject({
  text: z.string().trim().min(1).max(5000),
  attachmentIds: AttachmentIds,
});
export type SupplementAnswer = z.infer<typeof SupplementAnswer>;

export const Supplement = SupplementSummary.extend({
  items: z.array(SupplementItem).min(1),
  /** Files of the department: a form to fill in, an example. */
  attachmentIds: AttachmentIds,
  /** The parts that are closed where the applicant does not answer in time. */
  partIds: z.array(z.string().min(1)).min(1),
  askedBy: Officer,
  answer: SupplementAnswer.optional(),
  answeredBy: Officer.optional(),
});
export type Supplement = z.infer<typeof Supplement>;

/** A supplement as whoever may see it reads it: persons are for their own organisation. */
export const SupplementView = Supplement.partial({ askedBy: true });
export type SupplementView = z.infer<typeof SupplementView>;

export function supplementIdOf(taskId: string, round: number): string {
  return `${taskId}.supplement-${round}`;
}

/** The department's task of a supplement; a task's own id stays as it is. */
export function taskIdOfSupplement(id: string): string {
  return id.replace(/\.supplement-[0-9]+$/, '');
}
