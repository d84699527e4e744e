import type { Wait } from '../desk-steps.ts';
import type { Deadline } from './task-clock.ts';

/** What the passing of time has brought about and nobody has done yet. */
export type Milestone =
  | { readonly kind: 'remind'; readonly percents: readonly number[] }
  | { readonly kind: 'over' };

/** The next moment at which something is to be done by a clock that runs. */
export function nextWake(running: Deadline): string {
  return unsent(running)[0]?.at ?? running.dueAt;
}

/** What is to be done now: of reminders that were missed only one is sent, and none once the time is over. */
export function milestoneOf(running: Deadline, now: Date): Milestone | undefined {
  if (Date.parse(running.dueAt) <= now.getTime()) return { kind: 'over' };
  const percents = unsent(running)
    .filter(({ at }) => Date.parse(at) <= now.getTime())
    .map(({ percent }) => percent);
  return percents.length > 0 ? { kind: 'remind', percents } : undefined;
}

/** The clock once these reminders are sent. */
export function withSent(
  { clock }: Deadline,
  percents: readonly number[],
  sentAt: string,
): Deadline['clock'] {
  const reminders = clock.reminders.map((one) => (percents.includes(one.percent) ? { ...one, sentAt } : one));
  return { ...clock, reminders };
}

function unsent({ clock, dueAt }: Deadline) {
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
