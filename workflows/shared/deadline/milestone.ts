import type { Wait } from '../desk-steps.ts';
import type { DeskTask } from '../desk-task.ts';
import { mayHappen } from '../desk-transitions.ts';
import type { Deadline } from './task-clock.ts';

type Timed = Pick<DeskTask, 'status' | 'overdueAt'> & Deadline;

/** What the passing of time has brought about and nobody has done yet. */
export type Milestone =
  | { readonly kind: 'remind'; readonly percents: readonly number[] }
  | { readonly kind: 'escalate' };

/** The next moment at which something is to be done about a question nobody answers; undefined where nothing is. */
export function nextWake(task: Timed): string | undefined {
  if (!mayHappen('escalate', task)) return undefined;
  return unsent(task)[0]?.at ?? task.dueAt;
}

/** What is to be done now: of reminders that were missed only one is sent, and none once the time is over. */
export function milestoneOf(task: Timed, now: Date): Milestone | undefined {
  if (!mayHappen('escalate', task)) return undefined;
  if (Date.parse(task.dueAt) <= now.getTime()) return { kind: 'escalate' };
  const percents = unsent(task)
    .filter(({ at }) => Date.parse(at) <= now.getTime())
    .map(({ percent }) => percent);
  return percents.length > 0 ? { kind: 'remind', percents } : undefined;
}

function unsent({ clock, dueAt }: Timed) {
  return clock.reminders.filter(({ sentAt, at }) => sentAt === undefined && at < dueAt);
}

/** A late answer still counts until the office acts; 300 days, since an execution lives one year at the most. */
const LONGEST_WAIT_SECONDS = 300 * 24 * 60 * 60;

/** How long the machine waits for an answer. A moment that has passed (a case resumed late) leaves one second. */
export function waitFor(wakeAt: string | undefined, now: Date): Wait {
  if (wakeAt === undefined) return { timeoutSeconds: LONGEST_WAIT_SECONDS };
  const seconds = Math.ceil((Date.parse(wakeAt) - now.getTime()) / 1000);
  return { wakeAt, timeoutSeconds: Math.max(1, seconds) };
}
