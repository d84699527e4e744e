import { deskProcedure } from '../shared/desk-procedure.ts';
import { deskQuestions } from '../shared/desk-questions.ts';
import { FundingDetail } from './contract.ts';
import { ObjectionsAnswer, ObjectionsQuestion, objectionsAnswerFaults } from './notice/review.ts';
import { PaymentBulkChoice, paymentBulkAnswer } from './payment/bulk.ts';
import { PaymentAnswer, PaymentQuestion, paymentAnswerFaults } from './payment/contract.ts';
import { ReviewAnswer, ReviewQuestion } from './review.ts';
import { grantWithout } from './rules/grant.ts';
import { reviewFaults } from './rules/review-faults.ts';

/** Names the task of the IP centre's review. */
export const REVIEW = 'review';

const title = { zh: '专利资助', en: 'Patent funding' };
const shared = {
  title,
  detail: FundingDetail,
  contactOf: ({ contact: { email, phone } }: FundingDetail) => ({ email, phone }),
  // An order that finance holds may be paid at any moment.
  withdrawable: ({ progress }: FundingDetail) => progress?.payment?.state !== 'ORDERED',
};

const review = deskProcedure({
  ...shared,
  question: ReviewQuestion,
  answer: ReviewAnswer,
  questionOf: reviewQuestion,
  // A patent whose supplement does not come is closed, and the others go on.
  partsOf: ({ grant }) => grant.patents.map(({ number }) => number),
  withoutParts: (question, closed) => ({ ...question, grant: grantWithout(question.grant, closed) }),
  answerFaults: reviewFaults,
});

const objections = deskProcedure({
  ...shared,
  question: ObjectionsQuestion,
  answer: ObjectionsAnswer,
  questionOf: objectionsQuestion,
  partsOf: (question) => question.objections.map(({ objectionId }) => objectionId),
  withoutParts: (question, closed) => ({
    ...question,
    objections: question.objections.filter(({ objectionId }) => !closed.includes(objectionId)),
  }),
  answerFaults: objectionsAnswerFaults,
});

const payment = deskProcedure({
  ...shared,
  question: PaymentQuestion,
  answer: PaymentAnswer,
  questionOf: paymentQuestion,
  bulk: { choice: PaymentBulkChoice, shapeOf: () => 'payment', answerTo: paymentBulkAnswer },
  // An order is one thing: it is paid, returned, or closed.
  partsOf: ({ orderNumber, closed }) => (closed ? [] : [orderNumber]),
  withoutParts: (question, closed) =>
    closed.includes(question.orderNumber) ? { ...question, closed: true } : question,
  answerFaults: paymentAnswerFaults,
});

/** How the desk serves this procedure: the review, the objections to the notice, the payment. */
export const patentFundingDesk = deskQuestions(title, { review, objections, payment });

function reviewQuestion(detail: FundingDetail, taskId: string): ReviewQuestion | undefined {
  const { programmeId, programmeVersion, lane, grant, review, patentCount } = detail;
  if (review?.taskId !== taskId || lane === undefined || grant === undefined) return undefined;
  const failedCount = patentCount - grant.patents.length;
  return { asks: 'review', programmeId, programmeVersion, lane, grant, failedCount };
}

function objectionsQuestion({ progress }: FundingDetail, taskId: string): ObjectionsQuestion | undefined {
  const { notice, objections = [], objectionTask } = progress ?? {};
  if (objectionTask?.taskId !== taskId || notice === undefined) return undefined;
  return { asks: 'objections', noticeNumber: notice.noticeNumber, objections };
}

function paymentQuestion({ progress, account }: FundingDetail, taskId: string): PaymentQuestion | undefined {
  const { payment } = progress ?? {};
  if (payment?.task.taskId !== taskId) return undefined;
  const { orderNumber, amountFen, orderedAt } = payment;
  return { asks: 'payment', orderNumber, amountFen, account, orderedOn: orderedAt.slice(0, 10) };
}
