import { ANYBODY } from '../../workflows/shared/attachments/attachment.ts';
import { ReadPublicAttachment } from '../../workflows/shared/attachments/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type AttachmentServices, attachmentServices } from './store/attachment-services.ts';
import { ownAttachment, viewOf } from './store/own-attachment.ts';

type Contract = typeof ReadPublicAttachment;

/** How a file stands that anybody sent, for whoever knows its id. @throws RefusedError 404 */
export async function readPublicAttachment(
  { params: { attachmentId } }: Pick<RouteInput<Contract>, 'params'>,
  services: Pick<AttachmentServices, 'attachments' | 'now'>,
): Promise<RouteReply<Contract>> {
  return { body: viewOf(await ownAttachment(attachmentId, ANYBODY, services)) };
}

export const handler = route(ReadPublicAttachment, readPublicAttachment, attachmentServices);
