import type { Actor } from '../../../workflows/shared/actor.ts';
import { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';

/** Which officers hold or answered a task is for their own organisation and the office to know. */
export function taskSeenBy(task: DeskTaskSummary, reader: Actor): DeskTaskSummary {
  const { assignee, decidedBy, ...known } = DeskTaskSummary.strip().parse(task);
  const isTheirs = reader.organisationKind === 'office' || reader.organisationId === task.departmentId;
  return isTheirs ? { ...known, ...(assignee && { assignee }), ...(decidedBy && { decidedBy }) } : known;
}
