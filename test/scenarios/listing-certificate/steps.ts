import type { Person, Reply } from '../../../demo/person.ts';
import type { FieldAnswer, ListingSubmission } from '../../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../../workflows/listing-certificate/desk-procedure.ts';
import type { CaseSummary, CaseView } from '../../../workflows/shared/case.ts';
import type { DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import type { SupplementSummary } from '../../../workflows/shared/supplement.ts';
import { demonstration, type TestPlatform } from '../platform.ts';

export const groupApplication = (): ListingSubmission => demonstration('group-application.json');

/** Submits the group application (or a variation) and lets the departments be asked. */
export async function submit(
  platform: TestPlatform,
  enterprise: Person,
  variation: Partial<ListingSubmission> = {},
): Promise<CaseSummary> {
  const { body } = await enterprise.post<CaseSummary>('/v1/listing-certificates', {
    ...groupApplication(),
    ...variation,
  });
  await platform.settle();
  return body;
}

export async function readCase(person: Person, { caseId }: { caseId: string }): Promise<CaseView> {
  return (await person.get<CaseView>(`/v1/cases/${caseId}`)).body;
}

/** Every asked entity in every asked field without a record. */
export function cleanAnswer({ entities, fieldIds }: DepartmentQuestion): { answers: FieldAnswer[] } {
  return {
    answers: entities.flatMap(({ uscc }) =>
      fieldIds.map((fieldId): FieldAnswer => ({ uscc, fieldId, finding: 'no-record' })),
    ),
  };
}

/** Decides a task as the officer of its department. */
export async function decide(
  platform: TestPlatform,
  { taskId, departmentId }: Pick<DeskTaskSummary, 'taskId' | 'departmentId'>,
  answerTo: (question: DepartmentQuestion) => unknown = cleanAnswer,
): Promise<Reply<DeskTaskSummary>> {
  const officer = await platform.signIn(`${departmentId}-officer`);
  const { body, etag } = await officer.get<DeskTask>(`/v1/desk/tasks/${taskId}`);
  const answer = answerTo(body.question as DepartmentQuestion);
  return officer.post(`/v1/desk/tasks/${taskId}/decision`, { answer }, { etag });
}

export async function decideAll(
  platform: TestPlatform,
  enterprise: Person,
  submitted: CaseSummary,
): Promise<void> {
  const { tasks } = await readCase(enterprise, submitted);
  for (const task of tasks.filter((one) => one.status === 'OPEN')) await decide(platform, task);
  await platform.settle();
}

/** Asks the applicant for a supplement as the officer of the department. */
export async function askSupplement(
  platform: TestPlatform,
  taskId: string,
  asking: object = { items: [{ text: '请补充说明' }], workingDays: 5 },
): Promise<SupplementSummary> {
  const departmentId = taskId.slice(taskId.indexOf('.') + 1);
  const officer = await platform.signIn(`${departmentId}-officer`);
  const path = `/v1/desk/tasks/${taskId}`;
  const { etag } = await officer.get<DeskTask>(path);
  const { body } = await officer.post<{ supplement: SupplementSummary }>(`${path}/supplement`, asking, {
    etag,
  });
  await platform.settle();
  return body.supplement;
}

/** Answers a supplement as its enterprise. */
export async function answerSupplement(
  platform: TestPlatform,
  enterprise: Person,
  { supplementId }: Pick<SupplementSummary, 'supplementId'>,
): Promise<void> {
  const { etag } = await enterprise.get(`/v1/supplements/${supplementId}`);
  await enterprise.post(`/v1/supplements/${supplementId}/answer`, { text: '补充说明如下' }, { etag });
  await platform.settle();
}
