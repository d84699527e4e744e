import { AddComment } from '../../workflows/shared/case-remark-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { addRemark } from './remark/add-remark.ts';

type Contract = typeof AddComment;

/** 意见: for all departments asked about the case, and the office. */
export async function addComment(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  return addRemark(input, 'comment', services);
}

export const handler = route(AddComment, addComment);
