import type { ClosedPart } from '../../workflows/shared/desk-task.ts';
import { CloseUnansweredTask } from '../../workflows/shared/escalation-routes.ts';
import { partFaults } from '../../workflows/shared/part-faults.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services-with-machines.ts';
import { tellDecided } from './relay/tell-decided.ts';
import { tellClosed } from './time/tell-closed.ts';
import { actOnTask } from './transition/act-on-task.ts';
import { refuseUnless } from './transition/refuse-unless.ts';
import { openParts } from './view/open-question.ts';

type Contract = typeof CloseUnansweredTask;

/** 按未答复关闭: the office waits no longer for some parts of an overdue question, or for all; the case goes on. */
export async function closeUnansweredTask(
  input: RouteInput<Contract>,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const { task, body } = input;
  const { desk, outbox } = services;
  refuseUnless('closePart', task, input.ifMatch);
  const faults = partFaults(body.partIds ?? [], openParts(task), '/partIds');
  if (faults.length > 0) throw refusedForFaults(faults);

  const reply = await actOnTask(input, services, (read, found, closedAt) => {
    const partIds = body.partIds ?? openParts(read);
    const closedParts: ClosedPart[] = [
      ...(read.closedParts ?? []),
      ...partIds.map((partId) => ({ partId, reason: 'no-answer' as const, closedAt })),
    ];
    const left = openParts({ ...read, closedParts });
    const { taskId, departmentId } = read;
    const closes = left.length === 0;
    return {
      action: closes ? 'closeUnanswered' : 'closePart',
      change: { closedParts, ...(closes && { status: 'CLOSED' as const }) },
      kind: 'task-closed-unanswered',
      details: { taskId, departmentId, closed: [...partIds], left: [...left], reason: body.reason },
      writes: [
        ...(closes ? [desk.signals.markRelay(taskId)] : []),
        ...tellClosed(
          'task-closed-unanswered',
          { found, task: read, closed: partIds, left, at: closedAt },
          outbox,
        ),
      ],
      reply: (changed) => changed,
    };
  });
  if (reply.body.status === 'CLOSED') await tellDecided(reply.body, services);
  return reply;
}

export const handler = route(CloseUnansweredTask, closeUnansweredTask, servicesWithMachines);
