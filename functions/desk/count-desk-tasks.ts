import { CountDeskTasks } from '../../workflows/shared/desk-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { departmentOf } from './staff/own-department.ts';

type Contract = typeof CountDeskTasks;

/** How many tasks stand in each queue: of one's department with one's own, or for the office of all, and of one with who holds how many. */
export async function countDeskTasks(
  { actor, query: { department } }: RouteInput<Contract>,
  { desk }: Services,
): Promise<RouteReply<Contract>> {
  if (actor.organisationKind === 'office') {
    const held = department === undefined ? {} : { held: await desk.heldCounts(department) };
    return { body: { items: await desk.counts(department), ...held } };
  }
  const departmentId = departmentOf(actor, department);
  const [items, mine] = await Promise.all([
    desk.counts(departmentId),
    desk.countHeldBy(departmentId, actor.personId),
  ]);
  return { body: { items, mine } };
}

export const handler = route(CountDeskTasks, countDeskTasks);
