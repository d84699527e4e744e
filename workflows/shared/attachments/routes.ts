import * as z from 'zod';
import { routeContract } from '../route-contract.ts';
import { Attachment, CaseAttachment, NewAttachment } from './attachment.ts';
import { AttachmentLimits } from './limits.ts';

const Instant = z.iso.datetime({ offset: true });
const SENDERS = ['enterprise', 'department', 'office'] as const;
const AttachmentId = z.string().min(1).max(64);

const Announced = z.strictObject({
  attachment: Attachment,
  upload: z.strictObject({
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    expiresAt: Instant,
  }),
});
export type Announced = z.infer<typeof Announced>;

export const AnnounceAttachment = routeContract({
  operationId: 'announceAttachment',
  method: 'POST',
  path: '/v1/attachments',
  summary: {
    zh: '登记一份附件并取得上传地址',
    en: 'Announce a file and get the address to PUT it to, with exactly the headers named',
  },
  access: { who: SENDERS },
  body: NewAttachment,
  reply: Announced,
  status: 201,
  idempotencyKey: true,
});

/** Sent again it goes on where it stopped, and changes nothing that has its end. */
export const CompleteAttachment = routeContract({
  operationId: 'completeAttachment',
  method: 'PUT',
  path: '/v1/attachments/{attachmentId}/completion',
  summary: {
    zh: '上传完成，检查内容并扫描恶意软件',
    en: 'The file is uploaded: have its content checked and scanned for malware',
  },
  access: { who: SENDERS },
  params: z.strictObject({ attachmentId: AttachmentId }),
  reply: Attachment,
  status: 200,
});

export const ReadAttachment = routeContract({
  operationId: 'readAttachment',
  method: 'GET',
  path: '/v1/attachments/{attachmentId}',
  summary: { zh: '查看附件的状态', en: 'How an attachment stands' },
  access: { who: SENDERS },
  params: z.strictObject({ attachmentId: AttachmentId }),
  reply: Attachment,
  status: 200,
});

/** Evidence of an objection to a public notice: few and small, and only its sender knows its id. */
export const AnnouncePublicAttachment = routeContract({
  operationId: 'announcePublicAttachment',
  method: 'POST',
  path: '/v1/public-attachments',
  summary: {
    zh: '公众登记一份证据文件并取得上传地址（每日限量）',
    en: 'Anybody announces a file of evidence and gets the address to PUT it to; so many a day',
  },
  access: { who: 'public' },
  body: NewAttachment,
  reply: Announced,
  status: 201,
  idempotencyKey: true,
});

export const CompletePublicAttachment = routeContract({
  operationId: 'completePublicAttachment',
  method: 'PUT',
  path: '/v1/public-attachments/{attachmentId}/completion',
  summary: {
    zh: '公众的证据文件上传完成，检查内容并扫描恶意软件',
    en: 'A file of evidence is uploaded: have its content checked and scanned for malware',
  },
  access: { who: 'public' },
  params: z.strictObject({ attachmentId: AttachmentId }),
  reply: Attachment,
  status: 200,
});

export const ReadPublicAttachment = routeContract({
  operationId: 'readPublicAttachment',
  method: 'GET',
  path: '/v1/public-attachments/{attachmentId}',
  summary: { zh: '查看证据文件的状态', en: 'How a file of evidence stands' },
  access: { who: 'public' },
  params: z.strictObject({ attachmentId: AttachmentId }),
  reply: Attachment,
  status: 200,
});

export const ShowAttachmentLimits = routeContract({
  operationId: 'showAttachmentLimits',
  method: 'GET',
  path: '/v1/attachment-limits',
  summary: { zh: '附件的类型与大小限制', en: 'Types and sizes of files that may be uploaded today' },
  access: { who: 'public' },
  reply: AttachmentLimits.pick({ maximumBytes: true, fromAnybody: true, mediaTypes: true }),
  status: 200,
});

const CasePath = z.strictObject({ caseId: z.string().min(1).max(64) });

export const ListCaseAttachments = routeContract({
  operationId: 'listCaseAttachments',
  method: 'GET',
  path: '/v1/cases/{caseId}/attachments',
  summary: { zh: '办件的附件', en: 'The attachments of a case' },
  access: { who: SENDERS, object: 'case' },
  params: CasePath,
  reply: z.strictObject({ items: z.array(CaseAttachment) }),
  status: 200,
});

/** A kept file with the link to it. */
export const LinkedAttachment = CaseAttachment.extend({ url: z.string(), expiresAt: Instant });

export const DownloadCaseAttachment = routeContract({
  operationId: 'downloadCaseAttachment',
  method: 'GET',
  path: '/v1/cases/{caseId}/attachments/{attachmentId}',
  summary: { zh: '下载办件的附件（限时链接）', en: 'A link, good for minutes, to an attachment of a case' },
  access: { who: SENDERS, object: 'case' },
  params: CasePath.extend({ attachmentId: AttachmentId }),
  reply: LinkedAttachment,
  status: 200,
});
