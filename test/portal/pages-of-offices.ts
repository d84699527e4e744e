import type { Look, Played } from './every-page.ts';
import {
  chosen,
  clicked,
  confirming,
  each,
  filledIn,
  firstChosen,
  matrixBegun,
  picked,
  unfolded,
} from './office-states.ts';
import { faultsShown } from './page-states.ts';

const PROGRAMME = '/office/patents/programmes/patent-grant-support';

/** What departments open: their desk, their questions, their register, their staff. */
export function departmentPages(played: Played): Readonly<Record<string, readonly Look[]>> {
  const { taskId, knownTaskId, fundingId, inReviewId, examinationId } = played;
  return {
    'tax-officer': [
      '/desk',
      ['/desk', 'chosen', chosen],
      '/desk?status=DECIDED',
      '/desk?holder=mine&enterpriseName=%E9%87%8D%E5%BA%86',
      `/desk/${taskId}`,
      [`/desk/${taskId}`, 'faults', clicked('提交答复')],
      [`/desk/${taskId}`, 'supplement', unfolded('要求企业补正')],
      [`/desk/${knownTaskId}`, 'records', each(matrixBegun, clicked('添加记录'))],
      `/desk/${played.objectionId}.tax`,
      [`/desk/${played.objectionId}.tax`, 'upheld', picked('成立，更正报告')],
      [`/desk/${played.objectionId}.tax`, 'faults', faultsShown('提交答复')],
      '/desk/register',
      `/desk/register/${played.registerLoadId}`,
      '/desk/staff',
      '/desk/statistics',
      '/inbox',
      `/cases/${played.openId}`,
    ],
    'construction-officer': [`/desk/${played.openId}.construction`],
    'environment-officer': ['/desk?status=DECIDED', `/desk/${played.openId}.environment`, '/desk/staff'],
    'environment-lead': [
      '/desk',
      '/desk/register',
      '/desk/staff',
      ['/desk/staff', 'changed', clicked(/^移出名单/)],
      '/desk/statistics?from=2026-11&to=2026-12',
    ],
    'ip-officer': [
      '/desk',
      `/desk/${inReviewId}.review`,
      [`/desk/${inReviewId}.review`, 'left-out', picked(/^不予资助/)],
      `/desk/${fundingId}.objections`,
      [`/desk/${fundingId}.objections`, 'faults', faultsShown('提交答复')],
      `/desk/${examinationId}.examination`,
      [`/desk/${examinationId}.examination`, 'refused', picked('不合格')],
      `/cases/${played.paidId}`,
      [`/cases/${played.paidId}`, 'recovery', unfolded('启动追回（认定为非正常申请）')],
      '/desk/patent-register',
      '/desk/statistics',
    ],
    'finance-officer': [
      '/desk',
      ['/desk', 'chosen', chosen],
      ['/desk', 'paying', each(firstChosen, confirming('确认已支付'))],
      `/desk/${played.orderedId}.payment-1`,
      [`/desk/${played.orderedId}.payment-1`, 'faults', faultsShown('提交答复')],
      [`/desk/${played.orderedId}.payment-1`, 'returned', picked('退回更正')],
      '/desk/payments',
      `/desk/${played.recoveryId}.repayment`,
      `/cases/${played.recoveryId}`,
      '/desk/statistics',
    ],
  };
}

/** What the office opens. */
export function officePages(played: Played): readonly Look[] {
  const { overdueTaskId, issuedId, openId, fundingId, month } = played;
  const months = `from=2026-11&to=${month}`;
  return [
    '/office',
    '/office/notifications?state=DONE',
    '/office/endpoints',
    `/desk/${overdueTaskId}`,
    [`/desk/${overdueTaskId}`, 'extend', confirming('延期')],
    [`/desk/${overdueTaskId}`, 'reassign', confirming('改派')],
    [`/desk/${overdueTaskId}`, 'close', confirming('按未答复关闭')],
    `/cases/${issuedId}`,
    [`/cases/${issuedId}`, 'revoke', confirming('撤销报告')],
    `/cases/${openId}`,
    `/cases/${openId}/execution`,
    `/cases/${played.objectionId}`,
    `/cases/${fundingId}`,
    `/cases/${played.paidId}`,
    `/cases/${played.recoveryId}`,
    `/cases/${played.preExaminationId}`,
    `/cases/${played.demandId}`,
    '/office/cases',
    '/office/cases?month=2020-01',
    `/office/statistics?${months}`,
    '/office/statistics?from=2020-01&to=2020-02',
    `/office/statistics/financing?${months}`,
    '/office/statistics/financing?from=2020-01&to=2020-02',
    '/office/patents',
    '/office/patents/programmes',
    [PROGRAMME, 'tried', clicked('试算')],
    `${PROGRAMME}/draft?version=draft-2`,
    ['/office/patents/programmes/new/draft', 'faults', clicked('保存草稿')],
    [PROGRAMME, 'close', confirming('依规定终止项目')],
    '/office/patents/budgets',
    [
      `/office/patents/budgets/patent-grant-support/${month.slice(0, 4)}`,
      'counted',
      clicked('按明细重算并核对'),
    ],
    [`/office/patents/budgets/patent-grant-support/${month.slice(0, 4)}`, 'allot', confirming('追加预算')],
    '/office/patents/objections',
    '/office/patents/objections?shown=HIDDEN',
    ['/office/patents/objections', 'hide', confirming('不公开')],
    '/office/audit',
    ['/office/audit', 'days', clicked('核验最近 7 天')],
    ['/office/audit', 'day', filledIn('日期', `${month}-02`)],
    `/office/audit/${fundingId}`,
    [`/office/audit/${fundingId}`, 'entry', unfolded('…')],
    '/office/rules',
    '/office/calendars',
    ['/office/calendars', 'correct', clicked(/^更正/)],
    ['/office/calendars', 'faults', clicked('加载')],
    '/office/calendars/2027',
    '/inbox',
    '/inbox?box=person',
  ];
}
