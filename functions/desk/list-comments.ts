import { ListComments } from '../../workflows/shared/case-remark-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { listRemarks } from './remark/list-remarks.ts';

type Contract = typeof ListComments;

/** What the departments asked and the office wrote about a case. */
export async function listComments(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  return listRemarks(input, 'comment', services);
}

export const handler = route(ListComments, listComments);
