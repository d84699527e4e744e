import { AddComment } from '../../workflows/shared/case-remark-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { addRemark } from './remark/add-remark.ts';

type Contract = typeof AddComment;

/** 意见: for all departments asked about the case, and the office; the other departments are told that there is one. */
export async function addComment(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  const { desk, outbox } = services;
  return addRemark(input, 'comment', services, async (found, at) => {
    const asked = (await desk.ofCase(found.caseId)).map(({ departmentId }) => departmentId);
    const departmentIds = asked.filter((one) => one !== input.actor.organisationId);
    return outbox.notify('comment-added', found, at, { departmentIds });
  });
}

export const handler = route(AddComment, addComment);
