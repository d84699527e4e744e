import { ListDeskTasks } from '../../workflows/shared/desk-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { departmentOf } from './staff/own-department.ts';

type Contract = typeof ListDeskTasks;

/** One queue of one department, by due date. */
export async function listDeskTasks(
  { actor, query: { status, department, limit, cursor } }: RouteInput<Contract>,
  { desk }: Services,
): Promise<RouteReply<Contract>> {
  const { items, ...next } = await desk.queue(departmentOf(actor, department), status, { limit, cursor });
  return { body: { items: [...items], ...next } };
}

export const handler = route(ListDeskTasks, listDeskTasks);
