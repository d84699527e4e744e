import { createHash } from 'node:crypto';
import { caseIdOfTask, type DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { deskTaskState } from '../../../workflows/shared/desk-transitions.ts';
import type { Material } from '../../../workflows/shared/material.ts';
import type { SupplementStatus } from '../../../workflows/shared/supplement.ts';
import type { Wait } from './wait-store.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Decisions the machine may not have been told of yet. */
export const PENDING_RELAY = 'pending-relay';
/** Tasks whose time changed and whose machine may not know of it yet. */
export const PENDING_MOVE = 'pending-move';
/** Tasks and supplements whose due date rests on a year that is not published. */
export const PROVISIONAL = 'provisional-due';
/** Withdrawn cases whose open tasks may not be closed yet. */
export const PENDING_CLOSING = 'pending-closing';
/** Machines that are to look again at what they wait for. */
export const PENDING_WAKE = 'pending-wake';
export const WAITS = 'wait#';
/** How many due dates the calendar of a year moved. */
const MOVED_DUE_DATES = 'moved-due-dates';

/**
 * Keys of DeskTable (docs/access-patterns.md). The tasks of a case lie together, and a task's id holds its case's; question and
 * answer are items of their own, because they may be large and every index would carry them.
 */
export const DESK_KEY = {
  partition: (caseId: string) => `case#${caseId}`,
  task: (taskId: string): Key => taskItem(taskId, ''),
  question: (taskId: string): Key => taskItem(taskId, 'question'),
  answer: (taskId: string): Key => taskItem(taskId, 'answer'),
  supplement: (supplementId: string, part = ''): Key => ({
    pk: DESK_KEY.partition(caseIdOfTask(supplementId) ?? ''),
    sk: `supplement#${supplementId}#${part}`,
  }),
  material: (caseId: string, { at, materialId }: Material): Key => ({
    pk: DESK_KEY.partition(caseId),
    sk: `material#${new Date(at).toISOString()}#${materialId}`,
  }),
  pendingRelay: (taskId: string): Key => ({ pk: PENDING_RELAY, sk: taskId }),
  provisional: (id: string): Key => ({ pk: PROVISIONAL, sk: id }),
  movedPartition: (year: number) => `${MOVED_DUE_DATES}#${year}`,
  movedCount: (year: number): Key => ({ pk: MOVED_DUE_DATES, sk: String(year) }),
  pendingRecompute: (): Key => ({ pk: 'pending-recompute', sk: 'calendars' }),
  pendingMove: (taskId: string): Key => ({ pk: PENDING_MOVE, sk: taskId }),
  pendingClosing: (caseId: string): Key => ({ pk: PENDING_CLOSING, sk: caseId }),
  wait: ({ caseId, name }: Wait): Key => ({ pk: DESK_KEY.partition(caseId), sk: `${WAITS}${name}` }),
  pendingWake: ({ caseId, name }: Wait): Key => ({ pk: PENDING_WAKE, sk: `${caseId}#${name}` }),
  /** Enterprises a department was asked about, by name. */
  enterprise: (departmentId: string, name: string, uscc: string): Key => ({
    pk: `enterprises#${departmentId}`,
    sk: `${name}#${uscc}`,
  }),
  /** Counters of a department and procedure, a share in each of {@link COUNT_SHARDS} items. */
  counts: (shard: number, departmentId: string, workflow: string): Key => ({
    pk: `counts#${shard}`,
    sk: `${departmentId}#${workflow}`,
  }),
  officerCounts: (departmentId: string, personId: string): Key => ({
    pk: `officer-counts#${departmentId}`,
    sk: personId,
  }),
} as const;

function taskItem(taskId: string, part: string): Key {
  return { pk: DESK_KEY.partition(caseIdOfTask(taskId) ?? ''), sk: `task#${taskId}#${part}` };
}

/** Transactions that meet in one item hinder each other: a department's counters are spread over so many. */
export const COUNT_SHARDS = 8;

export function countShardOf(taskId: string): number {
  return createHash('sha256').update(taskId).digest().readUInt8(0) % COUNT_SHARDS;
}

/** What the lists of a department are called; DECIDED shows a task whether or not the machine was told already. */
export type QueueStatus = 'OPEN' | 'DECIDED' | 'CLOSED';

export const queueStatus = ({ status }: Pick<DeskTaskSummary, 'status'>): QueueStatus =>
  status === 'RELAYED' ? 'DECIDED' : status;

export interface QueuePartition {
  readonly index: 'byQueue' | 'byHolder' | 'byApplicant';
  readonly attribute: string;
  readonly value: string;
}

/** Partitions of the indexes: all of a queue, what one officer or nobody holds of it, what it holds of one enterprise. */
export const PARTITION = {
  all: (departmentId: string, status: QueueStatus): QueuePartition => ({
    index: 'byQueue',
    attribute: 'queue',
    value: `${departmentId}#${status}`,
  }),
  heldBy: (departmentId: string, status: QueueStatus, personId: string | undefined): QueuePartition => ({
    index: 'byHolder',
    attribute: 'holderQueue',
    value: `${departmentId}#${status}#${personId === undefined ? 'nobody' : `@${personId}`}`,
  }),
  ofEnterprise: (departmentId: string, status: QueueStatus, uscc: string): QueuePartition => ({
    index: 'byApplicant',
    attribute: 'applicantQueue',
    value: `${departmentId}#${status}#${uscc}`,
  }),
} as const;

/** An enterprise's supplements stand in index byQueue beside the departments' tasks: an USCC is no department's id. */
export function supplementQueue(uscc: string, status: SupplementStatus): string {
  return `${uscc}#${status}`;
}

/** Partition of the index of escalated tasks: all are the office's. */
export const ESCALATED_TO = 'office';

/** The keys of a task in the indexes; they follow from the task alone. An answered task is its answerer's. */
export function indexKeys(task: DeskTaskSummary): Readonly<Record<string, string>> {
  const { departmentId, applicantUscc, dueAt, taskId } = task;
  const status = queueStatus(task);
  const holder = task.decidedBy?.personId ?? task.assignee?.personId;
  return {
    queue: PARTITION.all(departmentId, status).value,
    holderQueue: PARTITION.heldBy(departmentId, status, holder).value,
    applicantQueue: PARTITION.ofEnterprise(departmentId, status, applicantUscc).value,
    dueOrder: dueOrder(dueAt, taskId),
    ...(deskTaskState(task) === 'ESCALATED' ? { escalation: ESCALATED_TO } : {}),
  };
}

/** Sort key of a queue: by due date, then by id. */
export function dueOrder(dueAt: string, taskId: string): string {
  return `${new Date(dueAt).toISOString()}#${taskId}`;
}
