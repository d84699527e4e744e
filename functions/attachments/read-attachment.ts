import { ReadAttachment } from '../../workflows/shared/attachments/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type AttachmentServices, attachmentServices } from './store/attachment-services.ts';
import { ownAttachment, viewOf } from './store/own-attachment.ts';

type Contract = typeof ReadAttachment;

/** How an attachment of the caller's organisation stands. */
export async function readAttachment(
  { actor, params: { attachmentId } }: RouteInput<Contract>,
  services: Pick<AttachmentServices, 'attachments' | 'now'>,
): Promise<RouteReply<Contract>> {
  return { body: viewOf(await ownAttachment(attachmentId, actor, services)) };
}

export const handler = route(ReadAttachment, readAttachment, attachmentServices);
