import { ReleaseDeskTask } from '../../workflows/shared/desk-holder-routes.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { changeHolder } from './holder/change-holder.ts';
import { isLead } from './holder/lead.ts';
import { standingOn } from './holder/standing.ts';

type Contract = typeof ReleaseDeskTask;

/** 退回: the holder, their deputy or the department's lead gives the task back to all. */
export async function releaseDeskTask(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  return changeHolder(input, services, async (task) => {
    if (!task.assignee) throw heldByNobody(task);
    const standing = isLead(input.actor) ? { guards: [] } : await standingOn(task, input.actor, services);
    return { kind: 'task-released', ...standing };
  });
}

function heldByNobody({ taskId, status, version }: DeskTask): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'task-not-held',
    zh: '该待办尚无人签收',
    en: 'Nobody holds the task',
    present: { taskId, status, version },
  });
}

export const handler = route(ReleaseDeskTask, releaseDeskTask);
