import type { Actor } from '../../workflows/shared/actor.ts';
import { ListDeskTasks } from '../../workflows/shared/desk-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof ListDeskTasks;

/** One queue of one department, by due date. */
export async function listDeskTasks(
  { actor, query: { status, department, limit, cursor } }: RouteInput<Contract>,
  { desk }: Services,
): Promise<RouteReply<Contract>> {
  const { items, ...next } = await desk.queue(departmentOf(actor, department), status, { limit, cursor });
  return { body: { items: [...items], ...next } };
}

function departmentOf(actor: Actor, asked: string | undefined): string {
  if (actor.organisationKind === 'office') {
    if (asked) return asked;
    const words = { zh: '请指明部门', en: 'Tell which department' };
    throw new RefusedError({
      status: 400,
      code: 'invalid-parameters',
      ...words,
      faults: [{ pointer: '/query/department', code: 'missing', ...words }],
    });
  }
  if (!asked || asked === actor.organisationId) return actor.organisationId;
  throw new RefusedError({
    status: 403,
    code: 'not-your-queue',
    zh: '只能查看本部门的待办',
    en: "Another department's queue is not yours to see",
  });
}

export const handler = route(ListDeskTasks, listDeskTasks);
