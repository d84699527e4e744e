import { faultsShown, inEnglish, offline, signingIn } from './page-states.ts';
import { departmentPages, officePages } from './pages-of-offices.ts';
import type { playedCases } from './played-cases.ts';
import type { playedDesks, playedGrant, playedNotice } from './played-desks.ts';
import type { playedMoney } from './played-money.ts';
import type { Visitor } from './visitor.ts';

/** What the pages show: ids and numbers of what was played. */
export type Played = Awaited<ReturnType<typeof playedMoney>> &
  Awaited<ReturnType<typeof playedGrant>> &
  Awaited<ReturnType<typeof playedCases>> &
  Awaited<ReturnType<typeof playedDesks>> &
  Awaited<ReturnType<typeof playedNotice>>;

/** An address; or one with what is done there before it is looked at, and what that is called. */
export type Look = string | readonly [path: string, state: string, act: (visitor: Visitor) => Promise<void>];

/** Every page of the portal and of the server, by who opens it; `public` is not signed in. */
export function everyPage(played: Played): Readonly<Record<string, readonly Look[]>> {
  const { openId, issuedId, fundingId, demandId } = played;
  return {
    public: [
      '/',
      ['/', 'signing-in', signingIn],
      '/verify',
      `/verify/${played.resultNumber}`,
      '/verify/LJHG-2020-000001-0',
      '/programmes',
      '/financing-statistics',
      '/notices',
      `/notices/${played.noticeNumber}`,
      `/notices/${played.openNoticeNumber}`,
      `/public/notices/${played.noticeNumber}/objection`,
      `/public/notices/${played.openNoticeNumber}/objection`,
      [`/public/notices/${played.openNoticeNumber}/objection`, 'faults', faultsShown('提交异议')],
      ['/', 'english', inEnglish],
    ],
    qiyuan: [
      '/',
      '/matters',
      ...[1, 2, 3, 4, 5].map((step) => `/matters/listing-certificate?step=${step}`),
      ['/matters/listing-certificate', 'faults', faultsShown('下一步')],
      '/matters/patent-funding',
      ['/matters/patent-funding', 'faults', faultsShown('提交申请')],
      '/matters/financing-demand',
      ['/matters/financing-demand', 'faults', faultsShown('提交需求')],
      '/matters/pre-examination',
      ['/matters/pre-examination', 'faults', faultsShown('提交预审')],
      '/cases',
      `/cases/${openId}`,
      `/cases/${issuedId}`,
      `/cases/${issuedId}/objection`,
      `/cases/${issuedId}/renewal`,
      `/cases/${played.objectionId}`,
      `/cases/${fundingId}`,
      `/cases/${played.paidId}`,
      `/cases/${played.recoveryId}`,
      `/cases/${played.preExaminationId}`,
      `/cases/${played.preExaminationId}/pass-certificate`,
      `/cases/${demandId}`,
      `/cases/${played.freshDemandId}`,
      `/demands/${demandId}/change`,
      `/supplements/${played.supplementId}`,
      '/inbox',
      '/nowhere',
      ['/matters/financing-demand', 'offline', offline],
      ['/', 'english', inEnglish],
      [`/cases/${openId}`, 'english', inEnglish],
    ],
    jinyu: ['/', '/cases', '/inbox'],
    ...departmentPages(played),
    office: officePages(played),
    'bank-one': [
      '/lists',
      `/lists/${demandId}`,
      `/lists/${played.freshDemandId}`,
      '/products',
      '/push',
      '/inbox',
    ],
    'bank-three': ['/lists', '/products', '/push', '/inbox'],
  };
}
