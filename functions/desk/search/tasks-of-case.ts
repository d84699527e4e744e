import type { Actor } from '../../../workflows/shared/actor.ts';
import { type DeskTask, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import type { Services } from '../../shared/services.ts';
import { dueOrder, PARTITION, queueStatus } from '../../shared/store/desk-key.ts';
import { type DeskQuery, searchOf } from './search-of.ts';

/** A case number leads to one case, whose tasks are few and all read: what else was asked is looked at in them. */
export async function tasksOfCase(
  actor: Actor,
  departmentId: string | undefined,
  caseNumber: string,
  query: DeskQuery,
  services: Pick<Services, 'cases' | 'desk' | 'roster' | 'now'>,
): Promise<DeskTaskSummary[]> {
  const caseId = await services.cases.idOfNumber(caseNumber);
  if (caseId === undefined) return [];
  const tasks = await services.desk.ofCase(caseId);
  const fitting = await Promise.all(
    tasks
      .filter((task) => departmentId === undefined || task.departmentId === departmentId)
      .map(async (task) => ((await fits(actor, task, query, services)) ? [task] : [])),
  );
  return fitting
    .flat()
    .sort((a, b) => (dueOrder(a.dueAt, a.taskId) < dueOrder(b.dueAt, b.taskId) ? -1 : 1))
    .map((task) => DeskTaskSummary.strip().parse(task));
}

async function fits(
  actor: Actor,
  task: DeskTask,
  query: DeskQuery,
  services: Pick<Services, 'desk' | 'roster' | 'now'>,
): Promise<boolean> {
  const { departmentId, applicantUscc, dueAt } = task;
  if (queueStatus(task) !== query.status) return false;
  const { partitions, due, keep = () => true } = await searchOf(actor, departmentId, query, services);
  const at = Date.parse(dueAt);
  const inTime = (!due.from || at >= Date.parse(due.from)) && (!due.through || at <= Date.parse(due.through));
  const { value } = PARTITION.ofEnterprise(departmentId, query.status, applicantUscc);
  const asked = query.enterprise ?? query.enterpriseName;
  return inTime && keep(task) && (asked === undefined || partitions.some((one) => one.value === value));
}
