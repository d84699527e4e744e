import { CompleteAttachment } from '../../workflows/shared/attachments/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type CompleteServices, checkAndScan, completeServices } from './content/check-and-scan.ts';
import { ownAttachment, viewOf } from './store/own-attachment.ts';

type Contract = typeof CompleteAttachment;

/** Checks an uploaded file and has it scanned. Sent again it goes on where it stopped. @throws RefusedError 404; 409 where nothing was uploaded */
export async function completeAttachment(
  { actor, params: { attachmentId } }: RouteInput<Contract>,
  services: CompleteServices,
): Promise<RouteReply<Contract>> {
  const row = await checkAndScan(() => ownAttachment(attachmentId, actor, services), services);
  return { body: viewOf(row) };
}

export const handler = route(CompleteAttachment, completeAttachment, completeServices);
