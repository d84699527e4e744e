import { ReadStaff } from '../../workflows/shared/desk-staff-routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { departmentOf } from './staff/own-department.ts';

type Contract = typeof ReadStaff;

/** Who works at the department's desk. Its version is the ETag that a change must name, `"0"` where there is no list yet. */
export async function readStaff(
  { actor, query: { department } }: RouteInput<Contract>,
  { roster, now }: Services,
): Promise<RouteReply<Contract>> {
  const { departmentId, version, officers, delegations } = await roster.read(departmentOf(actor, department));
  const today = localDateOf(now());
  const standing = delegations.filter(({ toOn }) => toOn >= today);
  return { body: { departmentId, version, officers, delegations: standing }, version };
}

export const handler = route(ReadStaff, readStaff);
