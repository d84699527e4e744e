import { ListEscalatedTasks } from '../../workflows/shared/escalation-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof ListEscalatedTasks;

/** 督办: what the office has to see to, longest overdue first. */
export async function listEscalatedTasks(
  { query: { limit, cursor } }: RouteInput<Contract>,
  { desk }: Services,
): Promise<RouteReply<Contract>> {
  const { items, ...next } = await desk.escalated({ limit, cursor });
  return { body: { items: [...items], ...next } };
}

export const handler = route(ListEscalatedTasks, listEscalatedTasks);
