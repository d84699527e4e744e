import { ReassignDeskTask } from '../../workflows/shared/escalation-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { tellFormerHolder } from './holder/tell-former-holder.ts';
import { notOnStaff } from './staff/staff-faults.ts';
import { toldOf } from './time/task-milestone.ts';
import { actOnTask } from './transition/act-on-task.ts';
import { refuseUnless } from './transition/refuse-unless.ts';

type Contract = typeof ReassignDeskTask;

/** 改派: the office gives an overdue task to a named officer of the department's staff list; it stays overdue. */
export async function reassignDeskTask(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  const { actor, body } = input;
  const { personId, reason } = body;
  const { outbox } = services;
  refuseUnless('reassign', input.task, input.ifMatch);
  return actOnTask(input, services, async (read, found, assignedAt) => {
    const { taskId, departmentId } = read;
    const roster = await services.roster.read(departmentId);
    const officer = roster.officers.find((one) => one.personId === personId);
    if (!officer) throw refusedForFaults([notOnStaff('/personId')]);
    const assignee = { ...officer, assignedAt };
    const from = read.assignee && { from: read.assignee.personId };
    return {
      action: 'reassign',
      change: { assignee },
      kind: 'task-reassigned',
      details: { taskId, departmentId, ...from, to: personId, reason },
      writes: [
        services.roster.unchanged(roster),
        ...outbox.notify('task-reassigned', found, assignedAt, toldOf({ ...read, assignee })),
        ...tellFormerHolder({ found, task: read, holder: officer, actor, at: assignedAt }, outbox),
      ],
      reply: (changed) => changed,
    };
  });
}

export const handler = route(ReassignDeskTask, reassignDeskTask);
