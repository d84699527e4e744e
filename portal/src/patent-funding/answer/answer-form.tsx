import { ReviewQuestion } from '../../../../workflows/patent-funding/review.ts';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { Review } from './review.tsx';

/** What this procedure asks of a department. */
export function Component(props: AnswerProps) {
  const review = ReviewQuestion.safeParse(props.task.question).data;
  if (review) return <Review {...props} question={review} />;
  return null;
}
