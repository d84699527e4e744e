import { ClaimDeskTask } from '../../workflows/shared/desk-holder-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { changeHolder } from './holder/change-holder.ts';
import { heldByAnother } from './holder/standing.ts';

type Contract = typeof ClaimDeskTask;

/** 签收: the officer takes a task that nobody holds. 409 with the holder where somebody does. */
export async function claimDeskTask(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  const { personId, personName } = input.actor;
  return changeHolder(input, services, async (task) => {
    if (task.assignee) throw heldByAnother(task);
    return { kind: 'task-claimed', holder: { personId, personName }, guards: [] };
  });
}

export const handler = route(ClaimDeskTask, claimDeskTask);
