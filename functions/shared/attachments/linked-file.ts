import type * as z from 'zod';
import type { CaseAttachment } from '../../../workflows/shared/attachments/attachment.ts';
import type { LinkedAttachment } from '../../../workflows/shared/attachments/routes.ts';
import { localDateOf, localInstant } from '../../../workflows/shared/working-days.ts';
import type { FileAddresses } from '../client/file-addresses.ts';
import { RefusedError } from '../errors.ts';
import { caseFileKey } from '../store/attachment-key.ts';
import { attachmentLimitsOn } from '../store/attachment-limits.ts';

interface Linking {
  readonly addresses: Pick<FileAddresses, 'forDownload'>;
  readonly now: () => Date;
}

/** A kept file with a link to it that ends after minutes; `keptBy` is the case, or the objection, it was taken for. @throws RefusedError 404 where there is none */
export async function linkedFile(
  kept: CaseAttachment | undefined,
  keptBy: string,
  { addresses, now }: Linking,
): Promise<z.infer<typeof LinkedAttachment>> {
  if (kept === undefined) {
    throw new RefusedError({
      status: 404,
      code: 'attachment-not-found',
      zh: '没有这份附件',
      en: 'There is no such attachment',
    });
  }
  const { downloadSeconds } = attachmentLimitsOn(localDateOf(now()));
  const url = await addresses.forDownload(caseFileKey(keptBy, kept.attachmentId), kept, downloadSeconds);
  const expiresAt = localInstant(new Date(now().getTime() + downloadSeconds * 1000));
  return { ...kept, url, expiresAt };
}
