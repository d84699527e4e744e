import * as z from 'zod';
import { LinkedAttachment } from '../../shared/attachments/routes.ts';
import { routeContract } from '../../shared/route-contract.ts';
import {
  Notice,
  NoticeState,
  Objection,
  ObjectionOutcome,
  ObjectionSubmission,
  PublicNotice,
} from './contract.ts';

const NoticeNumber = z.string().min(1).max(40);
const Html = z.string();
const page = { mediaType: 'text/html; charset=utf-8', status: 200 } as const;

const NoticeLine = Notice.pick({
  noticeNumber: true,
  programme: true,
  amountFen: true,
  publishedAt: true,
  endsAt: true,
  endsProvisional: true,
  state: true,
}).extend({ applicantName: z.string(), patentCount: z.int().positive() });
export type NoticeLine = z.infer<typeof NoticeLine>;

/** Newest end first. */
const list = z.strictObject({
  state: NoticeState.default('PUBLISHED'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(400).optional(),
});

export const ListNotices = routeContract({
  operationId: 'listNotices',
  method: 'GET',
  path: '/v1/notices',
  summary: { zh: '拟资助公示列表', en: 'Public notices of intended grants' },
  access: { who: 'public' },
  query: list,
  reply: z.strictObject({ items: z.array(NoticeLine), cursor: z.string().optional() }),
  status: 200,
});

export const ReadNotice = routeContract({
  operationId: 'readNotice',
  method: 'GET',
  path: '/v1/notices/{number}',
  summary: { zh: '查看一则公示', en: 'One public notice' },
  access: { who: 'public' },
  params: z.strictObject({ number: NoticeNumber }),
  reply: PublicNotice,
  status: 200,
});

export const ShowNoticesPage = routeContract({
  operationId: 'showNoticesPage',
  method: 'GET',
  path: '/notices',
  summary: { zh: '公示列表页面', en: 'The page of notices' },
  access: { who: 'public' },
  query: z.object({ state: NoticeState.default('PUBLISHED'), cursor: z.string().max(400).optional() }),
  reply: Html,
  ...page,
});

export const ShowNoticePage = routeContract({
  operationId: 'showNoticePage',
  method: 'GET',
  path: '/notices/{number}',
  summary: { zh: '一则公示的页面', en: 'The page of a notice' },
  access: { who: 'public' },
  params: z.object({ number: NoticeNumber }),
  reply: Html,
  ...page,
});

/** The door takes any JSON and the handler judges it: one answer lists the faults of shape and of the notice together. */
const AnyObjection = z.unknown().meta({ ...ObjectionSubmission.toJSONSchema({ io: 'input' }) });

export const ObjectToNotice = routeContract({
  operationId: 'objectToNotice',
  method: 'POST',
  path: '/v1/notices/{number}/objections',
  summary: { zh: '对公示提出异议（任何人）', en: 'Object to an intended grant (anybody)' },
  access: { who: 'public' },
  params: z.strictObject({ number: NoticeNumber }),
  body: AnyObjection,
  bodyLimitBytes: 32 * 1024,
  reply: z.strictObject({ objectionId: z.string(), noticeNumber: z.string(), receivedAt: z.string() }),
  status: 201,
  idempotencyKey: true,
});

/** An objection as the reviewers read it. */
export const ReceivedObjection = Objection.extend({ outcome: ObjectionOutcome.optional() });

export const ListObjectionsOfCase = routeContract({
  operationId: 'listObjectionsOfCase',
  method: 'GET',
  path: '/v1/cases/{caseId}/notice-objections',
  summary: {
    zh: '审核单位查看公示异议（含联系方式）',
    en: 'Objections to a notice, with their contacts, for the reviewers',
  },
  access: { who: ['department', 'office'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64) }),
  reply: z.strictObject({ items: z.array(ReceivedObjection) }),
  status: 200,
});

export const DownloadObjectionFile = routeContract({
  operationId: 'downloadObjectionFile',
  method: 'GET',
  path: '/v1/cases/{caseId}/notice-objections/{objectionId}/files/{attachmentId}',
  summary: {
    zh: '审核单位下载异议的证据文件（限时链接）',
    en: 'A link, good for minutes, to a file of evidence, for the reviewers',
  },
  access: { who: ['department', 'office'], object: 'case' },
  params: z.strictObject({
    caseId: z.string().min(1).max(64),
    objectionId: z.string().min(1).max(64),
    attachmentId: z.string().min(1).max(64),
  }),
  reply: LinkedAttachment,
  status: 200,
});

/** Oldest first. */
export const ListObjections = routeContract({
  operationId: 'listObjections',
  method: 'GET',
  path: '/v1/office/notice-objections',
  summary: {
    zh: '公示异议：待决定是否公开的、已公开的、不公开的',
    en: 'Objections to notices: those nobody has looked at, those shown, those hidden',
  },
  access: { who: ['office'] },
  query: z.strictObject({
    shown: Objection.shape.shown.default('RECEIVED'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().max(400).optional(),
  }),
  reply: z.strictObject({ items: z.array(Objection), cursor: z.string().optional() }),
  status: 200,
});

export const ModerateObjection = routeContract({
  operationId: 'moderateObjection',
  method: 'PUT',
  path: '/v1/cases/{caseId}/notice-objections/{objectionId}/moderation',
  summary: { zh: '决定异议内容是否对外公开', en: 'Decide whether the public sees an objection' },
  access: { who: ['department', 'office'], object: 'case' },
  params: z.strictObject({ caseId: z.string().min(1).max(64), objectionId: z.string().min(1).max(64) }),
  body: z.discriminatedUnion('shown', [
    z.strictObject({ shown: z.literal('SHOWN') }),
    z.strictObject({ shown: z.literal('HIDDEN'), reason: z.string().trim().min(1).max(500) }),
  ]),
  reply: ReceivedObjection,
  status: 200,
  ifMatch: true,
});
