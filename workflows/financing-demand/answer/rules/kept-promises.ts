import { milestoneOf, withSent } from '../../../shared/deadline/milestone.ts';
import type { Answer, Promised } from '../contract.ts';
import { wakeOf } from './next-answer.ts';

type PromiseName = keyof Answer['promises'];

/** What has come of a promise and nobody has been told yet. */
export interface PromiseEvent {
  readonly promise: PromiseName;
  readonly kind: 'reminded' | 'broken';
  readonly dueAt: string;
}

/** What the time that has passed brings about in the promises that are still open, and the answer after it. */
export function keepPromises(
  answer: Answer,
  now: Date,
  at: string,
): { next: Answer; events: PromiseEvent[] } {
  const seen = (['contact', 'decision'] as const).map((promise) => ({
    promise,
    ...seenTo(answer.promises[promise], now, at),
  }));
  const [contact, decision] = seen.map(({ next }) => next) as [Promised, Promised];
  const { wakeAt: _, ...rest } = answer;
  const next = { ...rest, promises: { contact, decision }, version: answer.version + 1 };
  const wakeAt = wakeOf(next);
  const events = seen.flatMap(({ promise, kind, next: { dueAt } }) =>
    kind ? [{ promise, kind, dueAt }] : [],
  );
  return { next: { ...next, ...(wakeAt === undefined ? {} : { wakeAt }) }, events };
}

function seenTo(promised: Promised, now: Date, at: string): { next: Promised; kind?: PromiseEvent['kind'] } {
  if (promised.keptAt || promised.overdueAt) return { next: promised };
  const milestone = milestoneOf(promised, now);
  if (milestone === undefined) return { next: promised };
  if (milestone.kind === 'over') return { next: { ...promised, overdueAt: at }, kind: 'broken' };
  return { next: { ...promised, clock: withSent(promised, milestone.percents, at) }, kind: 'reminded' };
}
