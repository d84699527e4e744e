import { ListDeskTasks } from '../../workflows/shared/desk-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedParameter } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { searchOf } from './search/search-of.ts';
import { tasksOfCase } from './search/tasks-of-case.ts';
import { departmentOf } from './staff/own-department.ts';

type Contract = typeof ListDeskTasks;

/** The tasks of one department that were asked for, by due date. The office may leave the department out with a case number. */
export async function listDeskTasks(
  { actor, query }: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  const { department, holder, caseNumber, limit, cursor } = query;
  const isOffice = actor.organisationKind === 'office';
  if (isOffice && holder === 'mine')
    throw refusedParameter('holder', 'not-for-this-organisation', NOT_OFFICE);
  const everywhere = isOffice && caseNumber !== undefined && department === undefined;
  const departmentId = everywhere ? undefined : departmentOf(actor, department);
  if (caseNumber !== undefined) {
    return { body: { items: await tasksOfCase(actor, departmentId, caseNumber, query, services) } };
  }
  const search = await searchOf(actor, departmentId ?? '', query, services);
  const { items, ...next } = await services.desk.search(search, { limit, cursor });
  return { body: { items: [...items], ...next } };
}

const NOT_OFFICE = { zh: '办公室不签收部门的待办', en: "The office holds no department's tasks" };

export const handler = route(ListDeskTasks, listDeskTasks);
