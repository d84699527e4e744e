import { taskIdOf } from '../../shared/desk-task.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CaseEntity, PlannedQuestion } from '../contract.ts';

export interface DueDate {
  readonly dueAt: string;
  /** True where the official calendar of that year is not published yet. */
  readonly dueProvisional: boolean;
}

export interface PlanInput {
  readonly caseId: string;
  readonly entities: readonly CaseEntity[];
  /** Ids of the fields asked for. */
  readonly fields: readonly string[];
  readonly catalogue: Catalogue;
  /** When a question asked now is due, by the promised working days and the official calendar. */
  readonly dueDate: (promisedWorkingDays: number) => DueDate;
}

/**
 * One question per department for all its fields and all entities inside the area, in the order of the catalogue. An entity
 * outside the area is asked of nobody; where none is inside, the plan is empty and the report certifies nothing.
 */
export function reviewPlan({ caseId, entities, fields, catalogue, dueDate }: PlanInput): PlannedQuestion[] {
  const usccs = entities.filter((entity) => entity.withinArea).map((entity) => entity.uscc);
  if (usccs.length === 0) return [];
  return catalogue.departments.flatMap((department) => {
    const fieldIds = catalogue.fields
      .filter((field) => field.departmentId === department.id && fields.includes(field.id))
      .map((field) => field.id);
    if (fieldIds.length === 0) return [];
    const { promisedWorkingDays } = department;
    return [
      {
        taskId: taskIdOf(caseId, department.id),
        departmentId: department.id,
        fieldIds,
        usccs,
        promisedWorkingDays,
        ...dueDate(promisedWorkingDays),
      },
    ];
  });
}
