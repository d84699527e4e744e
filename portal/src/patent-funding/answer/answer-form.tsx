import { ObjectionsQuestion } from '../../../../workflows/patent-funding/notice/review.ts';
import { PaymentQuestion } from '../../../../workflows/patent-funding/payment/contract.ts';
import { ReviewQuestion } from '../../../../workflows/patent-funding/review.ts';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { ObjectionsForm } from './objections.tsx';
import { PaymentForm } from './payment.tsx';
import { Review } from './review.tsx';

/** What this procedure asks of a department: the review, the objections to the notice, the payment. */
export function Component(props: AnswerProps) {
  const review = ReviewQuestion.safeParse(props.task.question).data;
  if (review) return <Review {...props} question={review} />;
  const objections = ObjectionsQuestion.safeParse(props.task.question).data;
  if (objections) return <ObjectionsForm {...props} question={objections} />;
  const payment = PaymentQuestion.safeParse(props.task.question).data;
  if (payment) return <PaymentForm {...props} question={payment} />;
  return null;
}
