import { AnnounceAttachment } from '../../workflows/shared/attachments/routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { attachmentLimitsOn } from '../shared/store/attachment-limits.ts';
import { type AnnounceServices, announceServices, roomForFile } from './content/room-for-file.ts';

type Contract = typeof AnnounceAttachment;

/** An organisation announces a file. @throws RefusedError 422 where it is too large; 409 where nobody could scan it */
export async function announceAttachment(
  { actor, body, idempotency }: RouteInput<Contract>,
  services: AnnounceServices,
): Promise<RouteReply<Contract>> {
  const { maximumBytes } = attachmentLimitsOn(localDateOf(services.now()));
  const { reply: room, write } = await roomForFile(body, actor, maximumBytes, services);
  const reply = { ...room, location: `/v1/attachments/${room.body.attachment.attachmentId}` };
  await services.commit([services.idempotency.remember(idempotency, reply, services.now()), write]);
  return reply;
}

export const handler = route(AnnounceAttachment, announceAttachment, announceServices);
