import { ListStaffChanges } from '../../workflows/shared/desk-staff-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { refuseUnlessLead } from './holder/lead.ts';
import { departmentOf } from './staff/own-department.ts';

type Contract = typeof ListStaffChanges;

/** Who changed the staff list and who delegated what to whom, newest first: for the department's lead and the office. */
export async function listStaffChanges(
  { actor, query: { department, limit, cursor } }: RouteInput<Contract>,
  { roster }: Services,
): Promise<RouteReply<Contract>> {
  const departmentId = departmentOf(actor, department);
  if (actor.organisationKind === 'department') refuseUnlessLead(actor);
  const { items, ...next } = await roster.changes(departmentId, { limit, cursor });
  return { body: { items: [...items], ...next } };
}

export const handler = route(ListStaffChanges, listStaffChanges);
