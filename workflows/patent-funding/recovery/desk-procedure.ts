import { deskProcedure } from '../../shared/desk-procedure.ts';
import { RecoveryAnswer, RecoveryDetail, RecoveryQuestion, recoveryAnswerFaults } from './contract.ts';

/** How the desk serves recoveries: finance says whether the money came back. */
export const patentRecoveryDesk = deskProcedure({
  title: { zh: '专利资助追回', en: 'Recovery of patent funding' },
  detail: RecoveryDetail,
  question: RecoveryQuestion,
  answer: RecoveryAnswer,
  questionOf: recoveryQuestion,
  contactOf: ({ contact: { email, phone } }) => ({ email, phone }),
  // Nobody but who opened it ends a recovery.
  withdrawable: () => false,
  partsOf: ({ numbers }) => numbers,
  withoutParts: (question, closed) => ({
    ...question,
    numbers: question.numbers.filter((number) => !closed.includes(number)),
  }),
  answerFaults: recoveryAnswerFaults,
});

function recoveryQuestion(
  { task, funding, amountFen, patents }: RecoveryDetail,
  taskId: string,
): RecoveryQuestion | undefined {
  if (task.taskId !== taskId) return undefined;
  const numbers = patents.map(({ number }) => number);
  return { asks: 'repayment', orderNumber: funding.orderNumber, amountFen, numbers };
}
