import type { InboxMessage } from '../../workflows/shared/notifications/inbox.ts';
import { expectToSee } from '../expectation.ts';
import { printTable } from '../table.ts';
import { localTime } from '../working-time.ts';
import type { Chapter } from './stage.ts';

interface InboxPage {
  readonly items: (InboxMessage & { readonly read: boolean })[];
}

/** What must have reached the applicant, of all that happened in the chapters before. */
const TOLD: readonly InboxMessage['kind'][] = [
  'case-accepted',
  'supplement-asked',
  'task-extended',
  'case-issued',
  'case-withdrawn',
  'objection-decided',
  'result-superseded',
  'result-revoked',
];

/** What the enterprise was told meanwhile: in its inbox and by mail, in both languages. */
export const notifications: Chapter = {
  zh: '通知',
  en: 'Notifications',
  async play(stage) {
    await stage.later(5);
    const enterprise = await stage.enterprise();
    const { body } = await enterprise.get<InboxPage>('/v1/inbox?limit=100');
    const kinds = new Set(body.items.map(({ kind }) => kind));
    expectToSee(
      'kinds of messages that are missing',
      TOLD.filter((kind) => !kinds.has(kind)),
      [],
    );
    stage.say(
      `企业收件箱中有${body.items.length}条通知，同时以邮件发出；部门和办公室各有收件箱`,
      `${body.items.length} messages lie in the enterprise's inbox and went out by mail; departments and the office have theirs`,
    );
    const rows = body.items
      .toReversed()
      .map(({ at, title }) => [localTime(new Date(at)), title.zh, title.en]);
    printTable('企业收到的通知 / What the enterprise was told', ['时间', '通知', 'message'], rows);

    const [newest] = body.items;
    await enterprise.put('/v1/inbox/read', { upToSequence: newest?.sequence });
    const counts = await enterprise.get<{ organisation: { unread: number } }>('/v1/inbox/counts');
    expectToSee('unread messages', counts.body.organisation.unread, 0);
  },
};
