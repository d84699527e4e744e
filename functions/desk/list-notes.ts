import { ListNotes } from '../../workflows/shared/case-remark-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { listRemarks } from './remark/list-remarks.ts';

type Contract = typeof ListNotes;

/** What one's own organisation noted on a case. */
export async function listNotes(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  return listRemarks(input, 'note', services);
}

export const handler = route(ListNotes, listNotes);
