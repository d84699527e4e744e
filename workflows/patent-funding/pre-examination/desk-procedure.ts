import { deskProcedure } from '../../shared/desk-procedure.ts';
import { PreExaminationAnswer, PreExaminationDetail, PreExaminationQuestion } from './contract.ts';

/** Names the one task of a pre-examination. */
export const EXAMINATION = 'examination';

/** The one part of the question. */
const WHOLE = 'filing';

/** How the desk serves pre-examinations. */
export const preExaminationDesk = deskProcedure({
  title: { zh: '专利快速预审', en: 'Fast pre-examination of a patent filing' },
  detail: PreExaminationDetail,
  question: PreExaminationQuestion,
  answer: PreExaminationAnswer,
  questionOf({ title, kind, industryId, ipc, examination }, taskId) {
    if (examination?.taskId !== taskId) return undefined;
    return { title, kind, industryId, ipc, parts: [WHOLE] };
  },
  contactOf: ({ contact: { email, phone } }) => ({ email, phone }),
  partsOf: ({ parts }) => parts,
  withoutParts: (question, closed) => ({
    ...question,
    parts: question.parts.filter((part) => !closed.includes(part)),
  }),
  // The shape says it all: passed, or refused with reasons.
  answerFaults: () => [],
});
