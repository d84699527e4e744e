import * as z from 'zod';
import { ReviewAnswer, type ReviewQuestion } from '../../../../workflows/patent-funding/review.ts';
import { reviewFaults } from '../../../../workflows/patent-funding/rules/review-faults.ts';
import type { Fault } from '../../../../workflows/shared/fault.ts';
import { shaped } from '../../../../workflows/shared/shape-faults.ts';

/** A review as it is being written. */
const Draft = z.object({
  outcome: z.enum(['approved', 'refused']),
  /** Why a patent is left out, by its number. */
  excluded: z.record(z.string(), z.string()),
  reason: z.string(),
  comment: z.string(),
});
export type ReviewDraft = z.infer<typeof Draft>;

export function isReviewDraft(kept: unknown): kept is ReviewDraft {
  return Draft.safeParse(kept).success;
}

export const newReview = (): ReviewDraft => ({ outcome: 'approved', excluded: {}, reason: '', comment: '' });

/** What is sent. */
export function reviewOf({ outcome, excluded, reason, comment }: ReviewDraft) {
  const said = comment.trim() === '' ? {} : { comment: comment.trim() };
  if (outcome === 'refused') return { outcome, reason, ...said };
  const left = Object.entries(excluded).map(([number, why]) => ({ number, reason: why }));
  return { outcome, excluded: left, ...said };
}

/** What is wrong with it, by the rules of the platform. */
export function reviewWrong(question: ReviewQuestion, draft: ReviewDraft): Fault[] {
  const answer = shaped(ReviewAnswer, reviewOf(draft));
  return answer.ok ? reviewFaults(question, answer.value) : answer.faults;
}

/** What the approval comes to. */
export function approvedFen({ grant }: ReviewQuestion, { excluded }: ReviewDraft): number {
  return grant.patents
    .filter(({ number }) => excluded[number] === undefined)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
}
