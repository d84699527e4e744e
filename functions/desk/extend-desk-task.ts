import { deadlineOf } from '../../workflows/shared/deadline/task-clock.ts';
import { workingDaysFaults } from '../../workflows/shared/deadline/time-faults.ts';
import { ExtendDeskTask } from '../../workflows/shared/escalation-routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services-with-machines.ts';
import { deskRules } from '../shared/store/desk-rules.ts';
import { tellMoved } from './relay/tell-moved.ts';
import { toldOf } from './time/task-milestone.ts';
import { actOnTask } from './transition/act-on-task.ts';
import { presentOf, refuseUnless } from './transition/refuse-unless.ts';

type Contract = typeof ExtendDeskTask;

/** 延期: the office gives an overdue task more time, counted from today, as often as the rules allow. */
export async function extendDeskTask(
  input: RouteInput<Contract>,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const { task, body } = input;
  const { desk, outbox, now } = services;
  refuseUnless('extend', task, input.ifMatch);
  const fromOn = localDateOf(now());
  const rules = deskRules(fromOn);
  const faults = workingDaysFaults(body.workingDays, { maximum: rules.extension.maximumWorkingDays });
  if (faults.length > 0) throw refusedForFaults(faults);

  const reply = await actOnTask(input, services, async (read, found, at) => {
    const extensions = (read.extensions ?? 0) + 1;
    if (extensions > rules.extension.maximumTimes) throw extendedAlready(presentOf(read));
    const { taskId, departmentId } = read;
    // Its pauses are over and move nothing now; the statistics still take them off.
    const clock = { fromOn, workingDays: body.workingDays, pauses: read.clock.pauses };
    const deadline = deadlineOf(await services.calendars.read(), clock, rules.reminders);
    const { dueAt, dueProvisional } = deadline;
    return {
      action: 'extend',
      change: { ...deadline, overdueAt: undefined, extensions },
      kind: 'task-extended',
      details: { taskId, departmentId, dueAt, dueProvisional, reason: body.reason, rules: rules.version },
      writes: [
        desk.signals.markMove(taskId, read.version + 1),
        ...outbox.notify('task-extended', found, at, toldOf({ ...read, dueAt })),
      ],
      reply: (changed) => changed,
    };
  });
  await tellMoved(task.taskId, services);
  return reply;
}

function extendedAlready(present: Readonly<Record<string, unknown>>): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'extended-already',
    zh: '该待办已经延期，不能再次延期',
    en: 'The task was extended already and cannot be extended again',
    present,
  });
}

export const handler = route(ExtendDeskTask, extendDeskTask, servicesWithMachines);
