import { ANYBODY } from '../../workflows/shared/attachments/attachment.ts';
import { AnnouncePublicAttachment } from '../../workflows/shared/attachments/routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { attachmentLimitsOn } from '../shared/store/attachment-limits.ts';
import { type AnnounceServices, announceServices, roomForFile } from './content/room-for-file.ts';

type Contract = typeof AnnouncePublicAttachment;

/**
 * Anybody announces a file, so many a day from one address. What no request names in time is forgotten.
 * @throws RefusedError 422 where it is too large; 409 where nobody could scan it; 429
 */
export async function announcePublicAttachment(
  { body, idempotency, from = '' }: Pick<RouteInput<Contract>, 'body' | 'idempotency' | 'from'>,
  services: AnnounceServices,
): Promise<RouteReply<Contract>> {
  const on = localDateOf(services.now());
  const { maximumBytes, perCallerAndDay } = attachmentLimitsOn(on).fromAnybody;
  const { reply: room, write } = await roomForFile(body, ANYBODY, maximumBytes, services);
  const reply = { ...room, location: `/v1/public-attachments/${room.body.attachment.attachmentId}` };
  await services.commit([
    services.idempotency.remember(idempotency, reply, services.now()),
    services.attachments.count({ address: from, on, limit: perCallerAndDay }, tooMany),
    write,
  ]);
  return reply;
}

function tooMany(limit: number): RefusedError {
  return new RefusedError({
    status: 429,
    code: 'too-many-files',
    zh: `今日上传的证据文件已达 ${limit} 份，请明日再上传`,
    en: `${limit} files of evidence were sent from here today: send more tomorrow`,
  });
}

export const handler = route(AnnouncePublicAttachment, announcePublicAttachment, announceServices);
