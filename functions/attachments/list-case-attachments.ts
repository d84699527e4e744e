import { ListCaseAttachments } from '../../workflows/shared/attachments/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type AttachmentServices, attachmentServices } from './store/attachment-services.ts';

type Contract = typeof ListCaseAttachments;

/** The files of a case, for whoever may see the case. */
export async function listCaseAttachments(
  { case: { caseId } }: RouteInput<Contract>,
  { attachments }: Pick<AttachmentServices, 'attachments'>,
): Promise<RouteReply<Contract>> {
  return { body: { items: await attachments.ofCase(caseId) } };
}

export const handler = route(ListCaseAttachments, listCaseAttachments, attachmentServices);
