import * as z from 'zod';
import { deskProcedure } from '../../shared/desk-procedure.ts';
import { taskIdOf } from '../../shared/desk-task.ts';
import type { CellPlace } from '../certificate-standing.ts';
import { ObjectionDecision, ObjectionDetail } from './contract.ts';
import { decisionFaults } from './rules/decision-faults.ts';

/** What a department is asked: whether what its report says in these cells is right. */
export const ObjectionQuestion = ObjectionDetail.pick({
  departmentId: true,
  cells: true,
  period: true,
  attachments: true,
  promisedWorkingDays: true,
}).extend({ number: z.string() });
export type ObjectionQuestion = z.infer<typeof ObjectionQuestion>;

/** Name of the one task of an objection. */
export const objectionTaskId = (caseId: string, departmentId: string) => taskIdOf(caseId, departmentId);

/** Of an objection each cell may be closed unanswered while the rest goes on. */
export const partId = ({ uscc, fieldId }: CellPlace) => `${uscc}.${fieldId}`;

/** How the desk serves objections. */
export const listingObjectionDesk = deskProcedure({
  title: { zh: '合规报告异议', en: 'Objection to a compliance report' },
  detail: ObjectionDetail,
  question: ObjectionQuestion,
  answer: ObjectionDecision,
  questionOf: objectionQuestion,
  contactOf: ({ contact: { email, phone } }) => ({ email, phone }),
  partsOf: ({ cells }) => cells.map(partId),
  withoutParts: (question, closed) => ({
    ...question,
    cells: question.cells.filter((cell) => !closed.includes(partId(cell))),
  }),
  answerFaults: decisionFaults,
});

function objectionQuestion(detail: ObjectionDetail, taskId: string): ObjectionQuestion | undefined {
  const { departmentId, cells, period, attachments, promisedWorkingDays, disputed } = detail;
  if (!taskId.endsWith(`.${departmentId}`)) return undefined;
  return { number: disputed.number, departmentId, cells, period, attachments, promisedWorkingDays };
}
