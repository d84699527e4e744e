import * as z from 'zod';
import type { AuditEntry } from '../audit-entry.ts';
import { localDateOf } from '../working-days.ts';

/** What is counted of a department's answers, beside how many working days they took. */
export const DEPARTMENT_COUNTS = ['answered', 'kept', 'unanswered', 'overdue', 'reminders'] as const;
export type DepartmentCount = (typeof DEPARTMENT_COUNTS)[number];

/** What is counted of a procedure's cases on each day, beside how many working days those took that were concluded (办结). */
export const PROCEDURE_COUNTS = ['submitted', 'concluded', 'withdrawn'] as const;
export type ProcedureCount = (typeof PROCEDURE_COUNTS)[number];

/** Whose counters: a procedure's, or a department's within it. */
export interface CountedFor {
  readonly workflow: string;
  readonly departmentId?: string;
}

/** One more in each of these counters of a month (`2026-11`). */
export interface Counted extends CountedFor {
  readonly month: string;
  readonly counters: readonly string[];
}

/** Names of the counters inside an item: of a day of the month, and of how many working days something took. */
export const COUNTER = {
  ofDay: (count: ProcedureCount, day: string) => `${count}#${day}`,
  ofWorkingDays: (workingDays: number) => `${WORKING_DAYS}${workingDays}`,
} as const;
const WORKING_DAYS = 'workingDays#';

/** How many took so many working days. */
export function histogramOf(counters: ReadonlyMap<string, number>): Map<number, number> {
  const found = [...counters].filter(([name]) => name.startsWith(WORKING_DAYS));
  return new Map(found.map(([name, count]) => [Number(name.slice(WORKING_DAYS.length)), count]));
}

/** A case is concluded (办结) with a document, or with a decision on another case's document. */
const Conclusion = z.enum(['ISSUED', 'DECIDED']);
export const isConcluded = (status: string): boolean => Conclusion.safeParse(status).success;

const WorkingDays = z.int().nonnegative();
const Ended = z.discriminatedUnion('status', [
  z.object({ status: Conclusion, workingDays: WorkingDays }),
  z.object({ status: z.literal('WITHDRAWN') }),
]);
const OfTask = z.object({ departmentId: z.string().min(1) });
/** Nothing is left of the question. */
const Unanswered = OfTask.extend({ left: z.array(z.unknown()).length(0) });
const Answered = OfTask.extend({ workingDays: WorkingDays, kept: z.boolean() });

/**
 * The counters an audit entry stands in; undefined where it is in none. The only place that says so: the transaction that
 * writes the entry moves them by it, and whoever sums it over an export of the audit must find the same. A month and a day are
 * those of the entry, in Asia/Shanghai.
 */
export function countedOf(
  { at, sequence, kind, details }: Pick<AuditEntry, 'at' | 'sequence' | 'kind' | 'details'>,
  workflow: string,
): Counted | undefined {
  const on = localDateOf(new Date(at));
  const counted = ofCase(sequence, details, on.slice(8)) ?? ofTask(kind, details);
  return counted && { workflow, month: on.slice(0, 7), ...counted };
}

type Counters = Pick<Counted, 'departmentId' | 'counters'>;

function ofCase(sequence: number, details: AuditEntry['details'], day: string): Counters | undefined {
  if (sequence === 1) return { counters: [COUNTER.ofDay('submitted', day)] };
  const { data: ended } = Ended.safeParse(details);
  if (ended === undefined) return undefined;
  if (ended.status === 'WITHDRAWN') return { counters: [COUNTER.ofDay('withdrawn', day)] };
  return { counters: [COUNTER.ofDay('concluded', day), COUNTER.ofWorkingDays(ended.workingDays)] };
}

const TASK_COUNT: Partial<Record<AuditEntry['kind'], DepartmentCount>> = {
  'task-reminded': 'reminders',
  'task-overdue': 'overdue',
  'task-closed-unanswered': 'unanswered',
};

function ofTask(kind: AuditEntry['kind'], details: AuditEntry['details']): Counters | undefined {
  if (kind === 'task-decided') return answered(details);
  const count = TASK_COUNT[kind];
  const { data: task } = (count === 'unanswered' ? Unanswered : OfTask).safeParse(details);
  return count && task && { departmentId: task.departmentId, counters: [count] };
}

function answered(details: AuditEntry['details']): Counters | undefined {
  const { data } = Answered.safeParse(details);
  if (data === undefined) return undefined;
  const { departmentId, workingDays, kept } = data;
  const counts: DepartmentCount[] = kept ? ['answered', 'kept'] : ['answered'];
  return { departmentId, counters: [...counts, COUNTER.ofWorkingDays(workingDays)] };
}
