import * as z from 'zod';
import { deskProcedure } from '../shared/desk-procedure.ts';
import { DepartmentAnswer, GroupEntity, ListingDetail, ListingPurpose, ReviewPeriod } from './contract.ts';
import { FoundRecords } from './register/contract.ts';
import { answerFaults } from './rules/answer-faults.ts';

/** What a department is asked: whether these entities have records in these fields within the period. */
export const DepartmentQuestion = z.strictObject({
  departmentId: z.string(),
  fieldIds: z.array(z.string()),
  entities: z.array(GroupEntity),
  period: ReviewPeriod,
  purpose: ListingPurpose,
  promisedWorkingDays: z.int().positive(),
});
export type DepartmentQuestion = z.infer<typeof DepartmentQuestion>;

/** How the desk serves this procedure. */
export const listingCertificateDesk = deskProcedure({
  title: { zh: '企业上市合规证明', en: 'Listing compliance certificate' },
  detail: ListingDetail,
  question: DepartmentQuestion,
  answer: DepartmentAnswer,
  enclosure: FoundRecords,
  bulk: {
    choice: z.strictObject({ finding: z.enum(['no-record', 'not-my-jurisdiction']) }),
    shapeOf: ({ fieldIds }) => fieldIds.toSorted().join(' '),
    answerTo: ({ entities, fieldIds }, { finding }) => ({
      answers: entities.flatMap(({ uscc }) => fieldIds.map((fieldId) => ({ uscc, fieldId, finding }))),
    }),
    // A register that knows no record that counts says so beside the question too.
    wantsALook: ({ records, omitted }) => records.length + omitted > 0,
  },
  questionOf: departmentQuestion,
  contactOf: ({ contact: { email, phone } }) => ({ email, phone }),
  // Of a certificate a field is closed for all entities at once.
  partsOf: ({ fieldIds }) => fieldIds,
  withoutParts: (question, closed) => ({
    ...question,
    fieldIds: question.fieldIds.filter((fieldId) => !closed.includes(fieldId)),
  }),
  answerFaults: (question, answer) =>
    answerFaults(
      answer,
      { fieldIds: question.fieldIds, usccs: question.entities.map((entity) => entity.uscc) },
      question.period,
    ),
});

function departmentQuestion(detail: ListingDetail, taskId: string): DepartmentQuestion | undefined {
  const planned = detail.plan?.find((question) => question.taskId === taskId);
  if (planned === undefined) return undefined;
  return {
    departmentId: planned.departmentId,
    fieldIds: planned.fieldIds,
    entities: detail.entities
      .filter((entity) => planned.usccs.includes(entity.uscc))
      .map(({ withinArea: _, ...entity }) => entity),
    period: detail.period,
    purpose: detail.purpose,
    promisedWorkingDays: planned.promisedWorkingDays,
  };
}
