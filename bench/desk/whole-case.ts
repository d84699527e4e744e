import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Person } from '../../demo/person.ts';
import type { ListingSubmission } from '../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../workflows/listing-certificate/desk-procedure.ts';
import type { DeskTask, DeskTaskSummary } from '../../workflows/shared/desk-task.ts';

/** The group application of the demonstration: five entities, five departments, its attachments. */
export function sampleApplication(purpose: ListingSubmission['purpose']['kind']): ListingSubmission {
  const file = join('seeds', 'demonstration', 'group-application.json');
  const sample = JSON.parse(readFileSync(file, 'utf8')) as ListingSubmission;
  return { ...sample, purpose: { kind: purpose, board: 'bse' } };
}

/** What an officer does: looks at the list, opens the task, answers it. */
export async function decideTask(
  origin: string,
  { taskId, departmentId }: Pick<DeskTaskSummary, 'taskId' | 'departmentId'>,
): Promise<void> {
  const officer = await Person.signIn(origin, `${departmentId}-officer`);
  await officer.get('/v1/desk/tasks');
  const { body, etag } = await officer.get<DeskTask>(`/v1/desk/tasks/${taskId}`);
  const { entities, fieldIds } = body.question as DepartmentQuestion;
  const answers = entities.flatMap(({ uscc }) =>
    fieldIds.map((fieldId) => ({ uscc, fieldId, finding: 'no-record' })),
  );
  await officer.post(`/v1/desk/tasks/${taskId}/decision`, { answer: { answers } }, { etag });
}
