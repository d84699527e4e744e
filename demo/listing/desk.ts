import type { DepartmentAnswer, FieldAnswer } from '../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../workflows/listing-certificate/desk-procedure.ts';
import type { FoundRecords } from '../../workflows/listing-certificate/register/contract.ts';
import type { CaseView } from '../../workflows/shared/case.ts';
import { type DeskTask, type DeskTaskSummary, taskIdOf } from '../../workflows/shared/desk-task.ts';
import { found } from '../expectation.ts';
import type { Person, Reply } from '../person.ts';

/** A task as its officer sees it: the question, and the records that the department's register holds. */
export type OpenedTask = DeskTask & {
  readonly question: DepartmentQuestion;
  readonly enclosure?: FoundRecords;
};

export function taskPath(caseId: string, departmentId: string): string {
  return `/v1/desk/tasks/${taskIdOf(caseId, departmentId)}`;
}

export function taskOf({ tasks }: CaseView, departmentId: string): DeskTaskSummary {
  const task = tasks.find((one) => one.departmentId === departmentId);
  return found(`a question to ${departmentId}`, task);
}

/** Reads a task and does something about it on condition that it is still as it was read. */
export async function act<T = DeskTaskSummary>(
  person: Person,
  path: string,
  action: string,
  body?: unknown,
): Promise<T> {
  const { etag } = await person.get(path);
  return (await person.post<T>(`${path}/${action}`, body, { etag })).body;
}

/** Answers a question: with the records that the register shows, and without any elsewhere. */
export async function answerByRegister(officer: Person, path: string): Promise<DepartmentAnswer> {
  const { body, etag }: Reply<OpenedTask> = await officer.get<OpenedTask>(path);
  const answer = answerTo(body);
  await officer.post(`${path}/decision`, { answer }, { etag });
  return answer;
}

function answerTo({ question, enclosure }: OpenedTask): DepartmentAnswer {
  const answers = question.entities.flatMap(({ uscc }) =>
    question.fieldIds.map((fieldId): FieldAnswer => {
      const records = (enclosure?.records ?? [])
        .filter((record) => record.uscc === uscc && record.fieldId === fieldId)
        .map(({ uscc: _uscc, fieldId: _fieldId, behaviour: _behaviour, ...record }) => record);
      return records.length > 0
        ? { uscc, fieldId, finding: 'records', records }
        : { uscc, fieldId, finding: 'no-record' };
    }),
  );
  return { answers, comment: '演示答复' };
}
