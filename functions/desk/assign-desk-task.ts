import { AssignDeskTask } from '../../workflows/shared/desk-holder-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { changeHolder } from './holder/change-holder.ts';
import { refuseUnlessLead } from './holder/lead.ts';
import { notOnStaff } from './staff/staff-faults.ts';

type Contract = typeof AssignDeskTask;

/** 指派: the department's lead gives a task to a named officer of the staff list, whoever held it before. */
export async function assignDeskTask(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  refuseUnlessLead(input.actor);
  return changeHolder(input, services, async ({ departmentId }) => {
    const read = await services.roster.read(departmentId);
    const holder = read.officers.find(({ personId }) => personId === input.body.personId);
    if (!holder) throw refusedForFaults([notOnStaff('/personId')]);
    return { kind: 'task-assigned', holder, guards: [services.roster.unchanged(read)] };
  });
}

export const handler = route(AssignDeskTask, assignDeskTask);
