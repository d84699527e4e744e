import { ListDelegations } from '../../workflows/shared/desk-staff-routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { departmentOf } from './staff/own-department.ts';

type Contract = typeof ListDelegations;

/** Who acts for whom in a department, now or later, by the day it begins; those revoked are marked so. */
export async function listDelegations(
  { actor, query: { department } }: RouteInput<Contract>,
  { roster, now }: Services,
): Promise<RouteReply<Contract>> {
  const today = localDateOf(now());
  const { delegations } = await roster.read(departmentOf(actor, department));
  const items = delegations
    .filter(({ toOn }) => toOn >= today)
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  return { body: { items } };
}

export const handler = route(ListDelegations, listDelegations);
