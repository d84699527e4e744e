import { ShowAttachmentLimits } from '../../workflows/shared/attachments/routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { attachmentLimitsOn } from '../shared/store/attachment-limits.ts';

/** What may be uploaded today: what a form says before anybody chooses a file. */
export async function showAttachmentLimits(
  _: RouteInput<typeof ShowAttachmentLimits>,
  { now }: Pick<Services, 'now'>,
): Promise<RouteReply<typeof ShowAttachmentLimits>> {
  const { maximumBytes, fromAnybody, mediaTypes } = attachmentLimitsOn(localDateOf(now()));
  return {
    body: { maximumBytes, fromAnybody, mediaTypes },
    headers: { 'cache-control': 'public, max-age=300' },
  };
}

export const handler = route(ShowAttachmentLimits, showAttachmentLimits);
