import type { Deadline } from '../../shared/deadline/task-clock.ts';
import { taskIdOf } from '../../shared/desk-task.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CaseEntity, PlannedQuestion } from '../contract.ts';

export interface PlanInput {
  readonly caseId: string;
  readonly entities: readonly CaseEntity[];
  /** Ids of the fields asked for. */
  readonly fields: readonly string[];
  readonly catalogue: Catalogue;
  /** When a question asked now is due, by the promised working days and the official calendar. */
  readonly dueDate: (promisedWorkingDays: number) => Deadline;
}

/**
 * One question per department for all its fields and all entities inside the area, in the order of the catalogue. An entity
 * outside the area is asked of nobody; where none is inside, the plan is empty and the report certifies nothing.
 */
export function reviewPlan({ caseId, entities, fields, ...rules }: PlanInput): PlannedQuestion[] {
  const usccs = entities.filter((entity) => entity.withinArea).map((entity) => entity.uscc);
  if (usccs.length === 0) return [];
  return rules.catalogue.departments.flatMap(({ id: departmentId }) => {
    const fieldIds = rules.catalogue.fields
      .filter((field) => field.departmentId === departmentId && fields.includes(field.id))
      .map((field) => field.id);
    if (fieldIds.length === 0) return [];
    return [promised({ taskId: taskIdOf(caseId, departmentId), departmentId, fieldIds, usccs }, rules)];
  });
}

type Asked = Pick<PlannedQuestion, 'taskId' | 'departmentId' | 'fieldIds' | 'usccs'>;

/** A question with the longest time that is promised for one of the fields it asks: a field may have one of its own. */
export function promised(
  { taskId, departmentId, fieldIds, usccs }: Asked,
  { catalogue, dueDate }: Pick<PlanInput, 'catalogue' | 'dueDate'>,
): PlannedQuestion {
  const department = catalogue.departments.find(({ id }) => id === departmentId);
  const promises = catalogue.fields
    .filter((field) => fieldIds.includes(field.id))
    .map((field) => field.promisedWorkingDays ?? department?.promisedWorkingDays ?? 0);
  const promisedWorkingDays = Math.max(...promises);
  return {
    taskId,
    departmentId,
    fieldIds,
    usccs,
    promisedWorkingDays,
    ...dueDate(promisedWorkingDays),
  };
}
