import { AddNote } from '../../workflows/shared/case-remark-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { addRemark } from './remark/add-remark.ts';

type Contract = typeof AddNote;

/** 备注: for the writer's own organisation alone. */
export async function addNote(
  input: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  return addRemark(input, 'note', services);
}

export const handler = route(AddNote, addNote);
