import type {
  AnnounceAttachment,
  AnnouncePublicAttachment,
} from '../../../workflows/shared/attachments/routes.ts';
import type { Output } from '../api/client.ts';
import type { useCall } from '../api/use-route.ts';
import { putFile, sha256Of } from './put-file.ts';

/** Sends a file past every function into the bucket. Sent again under the same key it is the same attachment, whose id this is. */
export async function sendFile(
  call: ReturnType<typeof useCall>,
  announce: typeof AnnounceAttachment | typeof AnnouncePublicAttachment,
  key: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<string> {
  const body = { name: file.name, sizeBytes: file.size, sha256: await sha256Of(file) };
  const { attachment, upload }: Output<typeof AnnounceAttachment> = await (
    await call(announce, { body }, key)
  ).json();
  await putFile(file, upload, onProgress);
  return attachment.attachmentId;
}
