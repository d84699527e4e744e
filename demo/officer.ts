import type { DepartmentAnswer, FieldAnswer } from '../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../workflows/listing-certificate/desk-procedure.ts';
import type { DeskTask, DeskTaskSummary } from '../workflows/shared/desk-task.ts';
import { Person } from './person.ts';
import { step } from './table.ts';

/** One fictional penalty, so that the report has something to list. */
const RECORD: Extract<FieldAnswer, { finding: 'records' }>['records'][number] = {
  documentNumber: '演示罚字〔2024〕第7号',
  decidedOn: '2024-05-20',
  authority: '演示税务局（虚构）',
  behaviourKind: '逾期申报（演示）',
  outcome: '罚款人民币200元，已缴纳（演示）',
  repaired: true,
};

/** Signs in as the officer of the task's department, reads the task with its case, and decides it. */
export async function decide(origin: string, summary: DeskTaskSummary): Promise<void> {
  const officer = await Person.signIn(origin, `${summary.departmentId}-officer`);
  const path = `/v1/desk/tasks/${encodeURIComponent(summary.taskId)}`;
  const { body: task, etag } = await officer.get<DeskTask>(path);
  const answer = answerTo(task.question as DepartmentQuestion);
  await officer.post(`${path}/decision`, { answer }, { etag });
  const found = answer.answers.filter((one) => one.finding === 'records').length;
  step(
    `${summary.departmentId}: ${answer.answers.length} answers${found ? `, ${found} with a record` : ', no record'}`,
  );
}

function answerTo(question: DepartmentQuestion): DepartmentAnswer {
  const [, second] = question.entities;
  const answers = question.entities.flatMap(({ uscc }) =>
    question.fieldIds.map((fieldId): FieldAnswer => {
      const listed = fieldId === 'tax' && uscc === second?.uscc;
      return listed
        ? { uscc, fieldId, finding: 'records', records: [RECORD] }
        : { uscc, fieldId, finding: 'no-record' };
    }),
  );
  return { answers, comment: '演示答复' };
}
