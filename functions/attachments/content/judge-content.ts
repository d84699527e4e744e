import { createHash } from 'node:crypto';
import type { AttachmentRow } from '../../../workflows/shared/attachments/attachment.ts';
import type { AttachmentLimits } from '../../../workflows/shared/attachments/limits.ts';
import { mediaTypeOf } from '../../shared/attachments/file-type.ts';

type Judged =
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly refusal: NonNullable<AttachmentRow['refusal']> };

/** Whether a file is what was announced and of a type we take: by its content, whatever it is called. */
export async function judgeContent(
  bytes: Uint8Array,
  announced: Pick<AttachmentRow, 'sizeBytes' | 'sha256'>,
  { mediaTypes }: Pick<AttachmentLimits, 'mediaTypes'>,
): Promise<Judged> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.byteLength !== announced.sizeBytes || sha256 !== announced.sha256)
    return refused('content-differs');
  const mediaType = await mediaTypeOf(bytes);
  return mediaType !== undefined && mediaTypes.includes(mediaType)
    ? { ok: true, mediaType }
    : refused('type-refused');
}

/** Why an attachment is refused, in words. */
export const REFUSALS = {
  'content-differs': {
    zh: '内容与登记的大小或校验值不符',
    en: 'The content has not the size or checksum announced',
  },
  'type-refused': {
    zh: '不接受此类型的文件（按内容判断）',
    en: 'Files of this type are not taken (judged by the content)',
  },
  malware: { zh: '发现恶意软件', en: 'Malware was found' },
  unscanned: { zh: '无法完成恶意软件扫描', en: 'It could not be scanned for malware' },
} as const;

export function refused(code: keyof typeof REFUSALS) {
  return { ok: false, refusal: { code, ...REFUSALS[code] } } as const;
}
