import { deskProcedure } from '../shared/desk-procedure.ts';
import { taskIdOf } from '../shared/desk-task.ts';
import { FundingDetail } from './contract.ts';
import { ReviewAnswer, ReviewQuestion } from './review.ts';
import { grantWithout } from './rules/grant.ts';
import { reviewFaults } from './rules/review-faults.ts';

export const reviewTaskId = (caseId: string) => taskIdOf(caseId, 'review');

/** How the desk serves this procedure. */
export const patentFundingDesk = deskProcedure({
  title: { zh: '专利资助', en: 'Patent funding' },
  detail: FundingDetail,
  question: ReviewQuestion,
  answer: ReviewAnswer,
  questionOf: reviewQuestion,
  contactOf: ({ contact: { email, phone } }) => ({ email, phone }),
  // A patent whose supplement does not come is closed, and the others go on.
  partsOf: ({ grant }) => grant.patents.map(({ number }) => number),
  withoutParts: (question, closed) => ({ ...question, grant: grantWithout(question.grant, closed) }),
  answerFaults: reviewFaults,
});

function reviewQuestion(detail: FundingDetail, taskId: string): ReviewQuestion | undefined {
  const { programmeId, programmeVersion, lane, grant, review, patentCount } = detail;
  if (review?.taskId !== taskId || lane === undefined || grant === undefined) return undefined;
  const failedCount = patentCount - grant.patents.length;
  return { asks: 'review', programmeId, programmeVersion, lane, grant, failedCount };
}
