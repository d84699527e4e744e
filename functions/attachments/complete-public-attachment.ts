import { ANYBODY } from '../../workflows/shared/attachments/attachment.ts';
import { CompletePublicAttachment } from '../../workflows/shared/attachments/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type CompleteServices, checkAndScan, completeServices } from './content/check-and-scan.ts';
import { ownAttachment, viewOf } from './store/own-attachment.ts';

type Contract = typeof CompletePublicAttachment;

/** Checks a file that anybody uploaded and has it scanned. Sent again it goes on where it stopped. @throws RefusedError 404; 409 where nothing was uploaded */
export async function completePublicAttachment(
  { params: { attachmentId } }: Pick<RouteInput<Contract>, 'params'>,
  services: CompleteServices,
): Promise<RouteReply<Contract>> {
  const row = await checkAndScan(() => ownAttachment(attachmentId, ANYBODY, services), services);
  return { body: viewOf(row) };
}

export const handler = route(CompletePublicAttachment, completePublicAttachment, completeServices);
