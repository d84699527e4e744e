import * as z from 'zod';
import type { DeskTaskSummary } from './desk-task.ts';

/** What is counted of a department's tasks. `unclaimed` and `overdue` are among `open`. */
export const DESK_COUNTS = ['open', 'unclaimed', 'overdue', 'decided', 'closed'] as const;
export type DeskCount = (typeof DESK_COUNTS)[number];

/** How many tasks of one procedure a department has. */
export const QueueCounts = z.strictObject({
  departmentId: z.string(),
  workflow: z.string(),
  open: z.int(),
  unclaimed: z.int(),
  overdue: z.int(),
  decided: z.int(),
  closed: z.int(),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

/** How many open tasks an officer of a department holds. */
export const HeldCount = z.strictObject({ personId: z.string(), open: z.int() });
export type HeldCount = z.infer<typeof HeldCount>;

type Counted = Pick<DeskTaskSummary, 'status' | 'assignee' | 'overdueAt'>;

/**
 * The counters one task stands in. The only place that says so: every write of a task moves the counters by the difference of
 * this before and after, and whoever sums it over all tasks must find the same.
 */
export function countsOf({ status, assignee, overdueAt }: Counted): DeskCount[] {
  if (status === 'CLOSED') return ['closed'];
  if (status === 'DECIDED' || status === 'RELAYED') return ['decided'];
  return ['open', ...(assignee ? [] : ['unclaimed' as const]), ...(overdueAt ? ['overdue' as const] : [])];
}

/** Who has the task on their own list of open ones. */
export function heldBy({ status, assignee }: Counted): string | undefined {
  return countsOf({ status }).includes('open') ? assignee?.personId : undefined;
}

/** By how much each counter moves when a task becomes another; without `before` it is new. */
export function countChanges(before: Counted | undefined, after: Counted): ReadonlyMap<DeskCount, number> {
  const moved = new Map<DeskCount, number>();
  for (const count of before ? countsOf(before) : []) moved.set(count, -1);
  for (const count of countsOf(after)) moved.set(count, (moved.get(count) ?? 0) + 1);
  return new Map([...moved].filter(([, by]) => by !== 0));
}

/** Officers whose number of open tasks changes. */
export function holderChanges(before: Counted | undefined, after: Counted): ReadonlyMap<string, number> {
  const was = before && heldBy(before);
  const is = heldBy(after);
  if (was === is) return new Map();
  return new Map([...(was ? [[was, -1] as const] : []), ...(is ? [[is, 1] as const] : [])]);
}
