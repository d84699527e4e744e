import * as z from 'zod';
import { PageQuery, pageOf } from '../page.ts';
import { routeContract } from '../route-contract.ts';
import { InboxBox, InboxMessage } from './inbox.ts';
import { NotificationView, OutboxState } from './outbox-row.ts';

const EVERYBODY = ['enterprise', 'department', 'bank', 'office'] as const;
const OwnBox = { box: InboxBox.default('organisation') };

export const ListInbox = routeContract({
  operationId: 'listInbox',
  method: 'GET',
  path: '/v1/inbox',
  summary: { zh: '收件箱：本单位或本人的通知', en: 'What your organisation, or you yourself, were told' },
  access: { who: EVERYBODY },
  query: PageQuery.extend(OwnBox),
  reply: pageOf(InboxMessage.extend({ read: z.boolean() })),
  status: 200,
});

const Counts = z.strictObject({ received: z.int().nonnegative(), unread: z.int().nonnegative() });

export const CountInbox = routeContract({
  operationId: 'countInbox',
  method: 'GET',
  path: '/v1/inbox/counts',
  summary: { zh: '未读通知数', en: 'How much of it you have not read' },
  access: { who: EVERYBODY },
  reply: z.strictObject({ organisation: Counts, person: Counts }),
  status: 200,
});

/** Sent again it changes nothing: no Idempotency-Key. */
export const MarkInboxRead = routeContract({
  operationId: 'markInboxRead',
  method: 'PUT',
  path: '/v1/inbox/read',
  summary: { zh: '标记为已读（仅对本人）', en: 'Mark as read, for yourself alone' },
  access: { who: EVERYBODY },
  body: z.strictObject({
    ...OwnBox,
    /** Everything up to this number. */
    upToSequence: z.int().nonnegative().default(0),
    sequences: z.array(z.int().positive()).max(100).default([]),
  }),
  reply: Counts,
  status: 200,
});

const MessageId = z.string().min(1).max(64);
const CasePath = z.strictObject({ caseId: z.string().min(1).max(64) });

export const ListNotifications = routeContract({
  operationId: 'listNotifications',
  method: 'GET',
  path: '/v1/notifications',
  summary: { zh: '通知发送情况（失败、待发、已发）', en: 'Notifications that failed, wait or were sent' },
  access: { who: ['office'] },
  query: PageQuery.extend({
    state: OutboxState.default('DEAD'),
    /** Of what is DONE: the month in Asia/Shanghai; this month unless told. */
    month: z
      .string()
      .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  reply: pageOf(NotificationView),
  status: 200,
});

export const ListCaseNotifications = routeContract({
  operationId: 'listCaseNotifications',
  method: 'GET',
  path: '/v1/cases/{caseId}/notifications',
  summary: { zh: '办件的通知及其发送情况', en: 'Who was told what of a case, and how' },
  access: { who: ['office'], object: 'case' },
  params: CasePath,
  query: PageQuery,
  reply: pageOf(NotificationView),
  status: 200,
});

export const RetryNotification = routeContract({
  operationId: 'retryNotification',
  method: 'POST',
  path: '/v1/cases/{caseId}/notifications/{messageId}/retry',
  summary: { zh: '重新发送失败的通知', en: 'Send a notification again that failed for good' },
  access: { who: ['office'], object: 'case' },
  params: CasePath.extend({ messageId: MessageId }),
  reply: NotificationView,
  status: 202,
  idempotencyKey: true,
});

export const RetryOrganisationNotification = routeContract({
  operationId: 'retryOrganisationNotification',
  method: 'POST',
  path: '/v1/organisations/{organisationId}/notifications/{messageId}/retry',
  summary: {
    zh: '重新发送与办件无关的失败通知',
    en: 'Send a notification of no case again that failed for good',
  },
  access: { who: ['office'] },
  params: z.strictObject({ organisationId: z.string().min(1).max(64), messageId: MessageId }),
  reply: NotificationView,
  status: 202,
  idempotencyKey: true,
});
