import { ListStaffChanges } from '../../workflows/shared/desk-staff-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { departmentOf } from './staff/own-department.ts';

type Contract = typeof ListStaffChanges;

/** Every change of a department's staff list and delegations, newest first. */
export async function listStaffChanges(
  { actor, query: { department, limit, cursor } }: RouteInput<Contract>,
  { roster }: Services,
): Promise<RouteReply<Contract>> {
  const { items, ...next } = await roster.readChanges(departmentOf(actor, department), { limit, cursor });
  return { body: { items: [...items], ...next } };
}

export const handler = route(ListStaffChanges, listStaffChanges);
